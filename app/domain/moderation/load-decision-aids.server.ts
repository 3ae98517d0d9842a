import type { StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { fillPlaceholders, hasPlaceholder, type PlaceholderValues } from "./canned-reply.ts";
import { type Decision, wordsNeeded } from "./moderation.ts";
import { type AddressedText, placeholderValues } from "./placeholder-values.server.ts";
import { type DecisionAids, type ReasonChoice, type ReplyChoice, reasonedAmong } from "./reasons.ts";

/**
 * The reasons and canned replies that can be chosen for one text: labels and guidelines in the moderator's language, replies in the author's
 * with the placeholders filled. Nothing for decisions that need no words.
 *
 * @param possible the decisions the viewer may take now
 */
export async function loadDecisionAids(
  viewer: StaffActor,
  addressed: AddressedText,
  possible: readonly Decision[],
  locale: Locale,
): Promise<DecisionAids> {
  const explained = possible.filter((decision) => wordsNeeded(decision) !== "none");
  if (explained.length === 0) return { reasons: [], replies: [] };
  const [reasons, rows] = await Promise.all([reasonChoices(reasonedAmong(explained), locale), replyRows(explained)]);
  if (rows.length === 0) return { reasons, replies: [] };
  const texts = rows.map(({ text }) => pick(text as LocalizedText, addressed.locale));
  const values = texts.some(hasPlaceholder) ? await placeholderValues(db(), viewer, addressed) : null;
  const filled = (text: string, by: PlaceholderValues | null) => (by ? fillPlaceholders(text, by) : text);
  const replies: ReplyChoice[] = rows.map((row, index) => ({ ...row, text: filled(texts[index] ?? "", values) }));
  return { reasons, replies };
}

/** The reasons that are offered for any of these decisions, in the city's order. */
export async function reasonChoices(decisions: readonly Decision[], locale: Locale): Promise<ReasonChoice[]> {
  if (decisions.length === 0) return [];
  const rows = await referenceData().reason.findMany({
    where: { isActive: true, decisions: { hasSome: [...decisions] } },
    orderBy: [{ position: "asc" }, { key: "asc" }],
    select: { key: true, label: true, guideline: true, decisions: true },
  });
  return rows.map((row) => ({
    key: row.key,
    label: pick(row.label as LocalizedText, locale),
    guideline: pick(row.guideline as LocalizedText, locale),
    decisions: row.decisions,
  }));
}

async function replyRows(decisions: readonly Decision[]) {
  return referenceData().cannedReply.findMany({
    where: { isActive: true, decision: { in: [...decisions] } },
    orderBy: [{ decision: "asc" }, { reason: { position: "asc" } }, { title: "asc" }, { id: "asc" }],
    select: { id: true, version: true, title: true, decision: true, reasonKey: true, text: true },
  });
}
