import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { wordsNeeded } from "../moderation.ts";
import type { ReplyInput } from "../reasons.schema.ts";
import { mayEditReplies } from "../reasons.ts";

/**
 * A moderator adds a canned reply, changes one, or takes it out of use. Every version is kept, because decisions say which one they used.
 *
 * @returns its id
 */
export async function saveCannedReply(
  context: CommandContext,
  row: { id: null } | { id: string; version: number },
  input: ReplyInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditReplies(ctx.actor)) throw forbidden();
    await checkReason(ctx, input);
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.cannedReply.create({ data: { id, ...input, changedAt: ctx.now } });
      await keepVersion(ctx, { id, version: 1 }, input);
      await recordAudit(ctx, {
        action: "save-canned-reply",
        subject: { type: "canned-reply", id },
        detail: { created: input },
      });
      return id;
    }
    const before = await ctx.tx.cannedReply.findUnique({
      where: { id: row.id },
      select: { decision: true, reasonKey: true, title: true, text: true, isActive: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.cannedReply.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, changedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await keepVersion(ctx, { id: row.id, version: row.version + 1 }, input);
    await recordAudit(ctx, {
      action: "save-canned-reply",
      subject: { type: "canned-reply", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}

async function keepVersion(ctx: TxContext, row: { id: string; version: number }, input: ReplyInput): Promise<void> {
  await ctx.tx.cannedReplyVersion.create({
    data: { replyId: row.id, version: row.version, ...input, byLabel: actorLabel(ctx.actor), at: ctx.now },
    select: { replyId: true },
  });
}

/** A reply that belongs to a reason is offered where that reason can be given. */
async function checkReason(ctx: TxContext, { decision, reasonKey }: ReplyInput): Promise<void> {
  if (reasonKey === null) return;
  if (wordsNeeded(decision) !== "reason") throw inputError({ reasonKey: ["noReasonForDecision"] });
  const reason = await ctx.tx.reason.findUnique({ where: { key: reasonKey }, select: { decisions: true } });
  if (!reason) throw inputError({ reasonKey: ["choose"] });
  if (!reason.decisions.includes(decision)) throw inputError({ reasonKey: ["reasonNotForDecision"] });
}
