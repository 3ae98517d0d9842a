import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { flagAnew } from "#app/domain/flag/judge-text.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { canRevise } from "#app/domain/submission/submission.ts";
import { changeComment } from "../change-comment.server.ts";
import type { CommentRevisionFields } from "../comment.schema.ts";
import { ownComment } from "../own-comment.server.ts";
import { recordCommentRevision } from "../record-comment-revision.server.ts";

/** The author changes a comment that a moderator returned and sends it to review again. Every earlier version is kept. */
export async function reviseComment(
  context: CommandContext,
  input: CommentRevisionFields & { version: number },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const comment = await ownComment(ctx);
    if (!canRevise("COMMENT", comment.review)) throw conflict("notReturned");
    if (input.stance !== null && comment.submissionId === null) throw inputError({ stance: ["choose"] });
    const { reviewDays } = await getSettings(ctx.tx);
    const dueOn = addBusinessDays(isoDate(ctx.now), reviewDays.COMMENT);
    const revision = comment.revision + 1;
    const text = { body: input.body, stance: input.stance, displayName: input.displayName };
    const texts = { body: text.body, displayName: text.displayName };
    const item = { type: "comment", id: comment.id } as const;
    const isFlagged = await flagAnew(ctx, item, { revision, texts, mayBecomePublic: true });
    await changeComment(ctx, {
      id: comment.id,
      version: input.version,
      changes: { ...text, review: "PENDING", dueOn, revision, isFlagged },
    });
    await recordCommentRevision(ctx, { commentId: comment.id, revision, text });
    await recordTimeline(ctx, { commentId: comment.id, event: "REVISED", audience: "AUTHOR", dueOn });
    await recordAudit(ctx, {
      action: "revise-comment",
      subject: { type: "comment", id: comment.id, number: comment.number },
      detail: { revision },
    });
  });
}
