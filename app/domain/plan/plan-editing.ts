import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";

/** Longest texts of plan and themes, in characters as a reader counts them, per language. */
export const planLimits = { title: 60, planTitle: 100, summary: 1_000, lead: 200, body: 4_000, question: 300 } as const;

/** A theme asks one to three things at a time: more would not be read, let alone answered. */
export const mostOpenQuestions = 3;

/** Moderators and administrators keep what the plan's pages say. */
export function mayEditPlan(actor: Actor): boolean {
  return isModerator(actor);
}

/** What the pages say is public; the forms that change it are shown to those who look over the whole desk. */
export function mayReadPlanEditing(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}
