import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";

/** Longest texts of the directory, in characters as a reader counts them; `words` is how many a list of them may hold. */
export const directoryLimits = {
  name: 60,
  duty: 300,
  hours: 200,
  note: 200,
  word: 40,
  words: 50,
  triedArea: 100,
  triedText: 4000,
} as const;

/** Moderators and administrators keep the directory and the routing rules. */
export function mayEditDirectory(actor: Actor): boolean {
  return isModerator(actor);
}

/** Whether mail may go to a mailbox again that sent one back is for administrators to say. */
export function mayReleaseMailbox(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/** Mailboxes and routing rules are not public; officers work with what they are assigned. */
export function mayReadDirectory(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}
