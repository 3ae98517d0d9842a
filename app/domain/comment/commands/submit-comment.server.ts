import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { judgeArrival, keepFlags } from "#app/domain/flag/judge-text.server.ts";
import { registerAddress } from "#app/domain/participant/register-address.server.ts";
import { writeFirst } from "#app/domain/participant/write-first.server.ts";
import { isAskedToConfirm, isPublishedAtOnce } from "#app/domain/plan/theme-policy.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { lockIdempotencyKey, type Receipt } from "#app/domain/submission/earlier-receipt.server.ts";
import { assertMaySend } from "#app/domain/submission/receive-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { takeReceiptNumber } from "#app/domain/submission/take-receipt-number.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import type { CommentFields } from "../comment.schema.ts";
import { commentSearchColumns } from "../comment-search-columns.ts";
import { type CommentOn, commentTarget, parentComment } from "../comment-target.server.ts";
import { indexComment } from "../index-comment.server.ts";
import { mailCommentReceipt } from "../mail-comment.server.ts";
import { publishUnread } from "../publish-unread.server.ts";
import { recordCommentRevision } from "../record-comment-revision.server.ts";

/**
 * Somebody comments on a theme, one of its questions or a published proposal, or replies to a published comment; it waits for review.
 * Sending the same confirm page twice gives one comment and the same receipt.
 */
export async function submitComment(
  context: CommandContext,
  input: Omit<CommentFields, "consent"> & {
    on: CommentOn;
    idempotencyKey: string;
    isSample?: boolean;
    sender?: string;
  },
): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierComment(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const { target, reading } = await commentTarget(ctx, input.on, input.questionId);
    if (input.stance !== null && target.submissionId === null) throw inputError({ stance: ["choose"] });
    const parent = input.parent === null ? null : await parentComment(ctx, target, input.parent);

    const { reviewDays } = await getSettings(ctx.tx);
    const dueOn = addBusinessDays(isoDate(ctx.now), reviewDays.COMMENT);
    const address = input.email === null ? null : await registerAddress(ctx, input.email);
    const id = randomUUID();
    const trackingKey = trackingKeyOf(id);
    const text = { body: input.body, stance: input.stance, displayName: input.displayName };
    const judgement = await judgeArrival(ctx, {
      texts: { body: text.body, displayName: text.displayName },
      body: text.body,
      mayBecomePublic: true,
      sender: input.sender ?? null,
      emailAddressId: address?.id ?? null,
    });
    const { findings, mustBeReadFirst } = judgement;
    const atOnce = isPublishedAtOnce(reading.reviewMode, { isFlagged: findings.length > 0, mustBeReadFirst });
    const number = await takeReceiptNumber(ctx);
    await ctx.tx.comment.create({
      data: {
        id,
        number,
        locale: ctx.locale,
        ...target,
        questionId: parent === null ? target.questionId : parent.questionId,
        parentId: parent?.id ?? null,
        // published below, where counters and mails follow
        review: "PENDING",
        ...text,
        ...commentSearchColumns(text),
        trackingKeyHash: hashToken(trackingKey),
        idempotencyHash: hashToken(input.idempotencyKey),
        dueOn: dateColumn(dueOn),
        receivedAt: ctx.now,
        changedAt: ctx.now,
        isSample: input.isSample === true && ctx.actor.kind === "system",
        isFlagged: findings.length > 0,
      },
      select: { id: true },
    });
    await keepFlags(ctx, { type: "comment", id }, judgement);
    await ctx.tx.commentPrivate.create({
      data: { commentId: id, name: input.name, emailAddressId: address?.id ?? null },
      select: { commentId: true },
    });
    await indexComment(ctx.tx, id);
    await recordCommentRevision(ctx, { commentId: id, revision: 1, text });
    await recordTimeline(ctx, { commentId: id, event: "RECEIVED", audience: "PUBLIC", dueOn });
    if (atOnce) await publishUnread(ctx, { id, version: 1 });
    if (address !== null) {
      const review = atOnce ? "PUBLISHED" : "PENDING";
      const asksEach = isAskedToConfirm({ kind: "COMMENT", isOwn: true, review, version: 1, theme: reading });
      const item = { type: "comment", id, number } as const;
      await writeFirst(ctx, { address, item, locale: ctx.locale, asksEach }, () => mailCommentReceipt(ctx, id));
    }
    await recordAudit(ctx, { action: "submit-comment", subject: { type: "comment", id, number } });
    return { id, number, trackingKey };
  });
}

async function earlierComment(context: TxContext, key: string): Promise<Receipt | null> {
  await lockIdempotencyKey(context, key);
  const row = await context.tx.comment.findUnique({
    where: { idempotencyHash: hashToken(key) },
    select: { id: true, number: true },
  });
  return row && { ...row, trackingKey: trackingKeyOf(row.id) };
}
