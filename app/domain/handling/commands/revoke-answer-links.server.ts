import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isModerator } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { revokeLinks } from "../answer-link.server.ts";
import { changeHandled, loadHandled } from "../load-handled.server.ts";

/**
 * A moderator stops the links in the mails of a submission, for example because a mail was forwarded too far. The desk keeps its task and
 * works on the screen; a new link goes out when the submission is assigned again.
 */
export async function revokeAnswerLinks(
  context: CommandContext,
  input: { submissionId: string; version: number },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    if (!isModerator(ctx.actor)) throw forbidden();
    if (submission.version !== input.version) throw conflict("changedMeanwhile");
    const revoked = await revokeLinks(ctx, { submissionId: submission.id });
    if (revoked === 0) throw conflict("notPossibleNow");
    await changeHandled(ctx, submission, {});
    await recordAudit(ctx, {
      action: "revoke-answer-links",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { revoked },
    });
  });
}
