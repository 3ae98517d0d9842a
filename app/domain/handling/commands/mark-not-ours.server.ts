import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { resumeClock } from "../clock-of-desk.server.ts";
import { endAssignment } from "../give-to-desk.server.ts";
import { changeHandled, loadHandled, permit, supersedeDrafts, writeNote } from "../load-handled.server.ts";

/** The desk says a submission is not its business and gives it back to the moderators, with the reason as a note. The promised day stays; a clock that stood still runs again. */
export async function markNotOurs(
  context: CommandContext,
  input: { submissionId: string; version: number; reason: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "notOurs", input.version);
    const dueOn = await resumeClock(ctx, submission);
    await endAssignment(ctx, submission, "not-ours");
    await supersedeDrafts(ctx, submission.id);
    await writeNote(ctx, submission.id, input.reason);
    await changeHandled(ctx, submission, {
      handling,
      handlingDeskId: null,
      ...(dueOn !== null && submission.review !== "PENDING" ? { dueOn } : {}),
    });
    await recordAudit(ctx, {
      action: "mark-not-ours",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { fromDeskId: submission.handlingDeskId },
    });
  });
}
