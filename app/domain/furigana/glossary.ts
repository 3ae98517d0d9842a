import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";

/** Longest texts of the glossary, in UTF-16 code units. */
export const glossaryLimits = { term: 40, reading: 80, note: 200 } as const;

/** Moderators and administrators keep the glossary. */
export function mayEditGlossary(actor: Actor): boolean {
  return isModerator(actor);
}

/** Those who look after the public pages read it on the desk; its readings are public. */
export function mayReadGlossary(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}
