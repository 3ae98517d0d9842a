import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayHandle } from "../handling.ts";
import { holderOf, loadHandled, writeNote } from "../load-handled.server.ts";

/** Staff write a note for each other on a submission. It overwrites nothing, so it needs no version. */
export async function addNote(context: CommandContext, input: { submissionId: string; note: string }): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    if (!mayHandle(ctx.actor, "note", holderOf(submission))) throw forbidden();
    await writeNote(ctx, submission.id, input.note);
    await recordAudit(ctx, {
      action: "add-note",
      subject: { type: "submission", id: submission.id, number: submission.number },
    });
  });
}
