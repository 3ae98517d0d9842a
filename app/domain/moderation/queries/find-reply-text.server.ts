import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { fillPlaceholders, type ReplyVersion } from "../canned-reply.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { type Decision, mayDecide } from "../moderation.ts";
import { placeholderValues } from "../placeholder-values.server.ts";

/**
 * The words of a canned reply for one text, in its author's language and with the placeholders filled.
 *
 * @throws INPUT when the reply is not one to choose for these decisions (any more)
 */
export async function findReplyText(
  viewer: StaffActor,
  item: ItemRef,
  replyId: string,
  decisions: readonly Decision[],
): Promise<ReplyVersion & { text: string }> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadReviewed(db(), viewer, item);
  const reply = /^[0-9a-f-]{36}$/.test(replyId)
    ? await db().cannedReply.findFirst({
        where: { id: replyId, isActive: true, decision: { in: [...decisions] } },
        select: { id: true, version: true, text: true },
      })
    : null;
  if (reply === null) throw inputError({ reply: ["choose"] });
  const text = pick(reply.text as LocalizedText, reviewed.locale);
  return {
    id: reply.id,
    version: reply.version,
    text: fillPlaceholders(text, await placeholderValues(db(), viewer, reviewed)),
  };
}
