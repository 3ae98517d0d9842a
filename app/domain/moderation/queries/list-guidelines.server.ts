import type { Actor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { reasonChoices } from "../load-decision-aids.server.ts";
import { reasonedDecisions } from "../reasons.ts";

/** A reason and its guideline as the public page of rules shows them. */
export type Guideline = { key: string; label: string; guideline: string };

/** What is not published and why, as everybody may read it: the very texts that stand before moderators when they decide. */
export async function listGuidelines(_viewer: Actor, locale: Locale): Promise<Guideline[]> {
  const reasons = await reasonChoices(reasonedDecisions, locale);
  return reasons.map(({ key, label, guideline }) => ({ key, label, guideline }));
}
