import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";
import { isBusinessDay } from "#app/domain/shared/business-days.ts";
import { type IsoDate, isIsoDate } from "#app/domain/shared/japanese-date.ts";
import type { HandlingState, ReviewState } from "#app/domain/submission/submission.ts";

/** What can be done with a submission on its way to an answer. Notes are left out: they change nothing. */
export const handlingActs = ["assign", "draft", "sendBack", "publish", "passOn", "extend", "notOurs", "ask"] as const;

export type HandlingAct = (typeof handlingActs)[number];

/**
 * The state each act leads to, by the state it starts from; an act missing in a row is impossible there.
 *
 * A published answer stays published while a further version is drafted, approved or sent back, so those acts leave ANSWERED as it is.
 * Only assigning reopens: then a desk owes an answer again.
 */
export const handlingTable: Record<HandlingState, Partial<Record<HandlingAct, HandlingState>>> = {
  NEW: { assign: "ASSIGNED" },
  ASSIGNED: {
    assign: "ASSIGNED",
    draft: "DRAFTED",
    passOn: "ASSIGNED",
    extend: "ASSIGNED",
    notOurs: "NEW",
    ask: "ASSIGNED",
  },
  DRAFTED: {
    assign: "ASSIGNED",
    draft: "DRAFTED",
    sendBack: "ASSIGNED",
    publish: "ANSWERED",
    passOn: "ASSIGNED",
    extend: "DRAFTED",
    notOurs: "NEW",
    ask: "DRAFTED",
  },
  ANSWERED: { assign: "ASSIGNED", draft: "ANSWERED", sendBack: "ANSWERED", publish: "ANSWERED" },
};

/**
 * The state after an act, or null if it is impossible now. What its author withdrew is not worked on any more, nor is what was merged into
 * another: that one is answered for both.
 */
export function afterAct(
  submission: { handling: HandlingState; review: ReviewState },
  act: HandlingAct,
): HandlingState | null {
  if (submission.review === "WITHDRAWN" || submission.review === "MERGED") return null;
  return handlingTable[submission.handling][act] ?? null;
}

/** The desk that has a submission now, and the assignment that gave it to it (null once answered or given back). */
export type Holder = { deskId: string | null; assignmentId: string | null };

/**
 * Whether an actor may do something with a submission held by `holder`: moderators everything; the officers of the desk that holds it, and
 * whoever came through the link of its assignment, what belongs to answering; nobody else anything. A link ends with its assignment.
 */
export function mayHandle(actor: Actor, act: HandlingAct | "note", holder: Holder): boolean {
  switch (act) {
    case "assign":
    case "sendBack":
    case "publish":
      return isModerator(actor);
    case "draft":
    case "passOn":
    case "extend":
    case "notOurs":
    case "ask":
      return isModerator(actor) || isOfficerOf(actor, holder.deskId) || isLinkOf(actor, holder);
    case "note":
      return isModerator(actor) || isOfficerOf(actor, holder.deskId);
  }
}

function isOfficerOf(actor: Actor, deskId: string | null): boolean {
  return deskId !== null && isStaff(actor, "OFFICER") && actor.deskIds.includes(deskId);
}

function isLinkOf(actor: Actor, holder: Holder): boolean {
  return actor.kind === "desk-link" && holder.assignmentId !== null && actor.assignmentId === holder.assignmentId;
}

/**
 * Whether an answer may be published by this person. 決裁: with the rule in force, the drafter does not approve their own words. Somebody
 * who drafted through a desk's link has no account, so any moderator is another person.
 */
export function isOtherThanDrafter(
  actorId: string,
  draftedById: string | null,
  approvalByAnotherPerson: boolean,
): boolean {
  return !approvalByAnotherPerson || draftedById !== actorId;
}

/**
 * What is wrong with a due date, as a key of the `errors` namespace; null if nothing. It must be a day on which the city hall is open, not
 * before `today`, and at most two years ahead (a slip of the keyboard is more likely than such a promise).
 */
export function dueOnProblem(dueOn: string, today: IsoDate): string | null {
  if (!isIsoDate(dueOn)) return "date";
  if (dueOn < today) return "dateInPast";
  if (Number(dueOn.slice(0, 4)) > Number(today.slice(0, 4)) + 2) return "dateTooFar";
  return isBusinessDay(dueOn) ? null : "notBusinessDay";
}

/** How long the link in a desk's mail works, in days. */
export const answerLinkDays = 60;

/** A link of /answer works until it expires or is revoked, whichever comes first. */
export function isLinkAlive(link: { expiresAt: Date; revokedAt: Date | null }, now: Date): boolean {
  return link.revokedAt === null && link.expiresAt > now;
}
