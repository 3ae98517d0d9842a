import type { StaffActor } from "#app/domain/shared/actor.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { permitDecision } from "../escalation.server.ts";
import { loadPublicTexts } from "../load-public-texts.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { type RedactionChoice, redact } from "../redaction.ts";
import type { RedactionPreview } from "../review-page.ts";
import { problemField } from "../sealed-original.ts";

/**
 * The texts that a choice of a moderator would change, as they would read. Nothing is changed.
 *
 * Refuses what `redactItem` refuses, with the same errors.
 */
export async function previewRedaction(
  viewer: StaffActor,
  input: { item: ItemRef; version: number } & RedactionChoice,
): Promise<RedactionPreview> {
  const item = await loadReviewed(db(), viewer, input.item);
  permitDecision(viewer, item, input.version);
  if (item.review === "NOT_PUBLIC") throw conflict("neverPublic");
  const result = redact(await loadPublicTexts(db(), item), input);
  if ("problem" in result) throw inputError({ [problemField[result.problem]]: [result.problem] });
  return [...result.redacted].map(([name, { text, labels }]) => ({ name, text, labels }));
}
