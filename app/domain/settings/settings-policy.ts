import { type Actor, isStaff } from "#app/domain/shared/actor.ts";

/** Whether answers need a second person is a control over moderators, so only administrators change the rules. */
export function mayChangeSettings(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/** Those who look over the whole desk see which rules are in force. */
export function mayReadSettings(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}
