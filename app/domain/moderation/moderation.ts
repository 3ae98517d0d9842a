import { type Actor, isModerator } from "#app/domain/shared/actor.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";

export const decisions = ["APPROVE", "RETURN", "DECLINE", "HIDE", "RESTORE"] as const;

export type Decision = (typeof decisions)[number];

/**
 * The state each decision leads to, by the state it starts from. What is RETURNED waits for its author, a DECLINED text is decided, a
 * MERGED one is decided with the one it was brought together with, and a NOT_PUBLIC one is never put to the question.
 */
export const decisionTable: Record<ReviewState, Partial<Record<Decision, ReviewState>>> = {
  PENDING: { APPROVE: "PUBLISHED", RETURN: "RETURNED", DECLINE: "DECLINED" },
  PUBLISHED: { HIDE: "HIDDEN" },
  RETURNED: {},
  DECLINED: {},
  HIDDEN: { RESTORE: "PUBLISHED" },
  WITHDRAWN: {},
  MERGED: {},
  NOT_PUBLIC: {},
};

/** The state after a decision, or null if it is impossible now. */
export function afterDecision(review: ReviewState, decision: Decision): ReviewState | null {
  return decisionTable[review][decision] ?? null;
}

/**
 * Why a decision cannot be taken on a text as it is now: a key of the `errors` namespace, or null if it can.
 *
 * @param version as the moderator saw it
 */
export function decisionProblem(
  item: { review: ReviewState; version: number; canBeSeen: boolean },
  decision: Decision,
  version: number,
): "changedMeanwhile" | "notPossibleNow" | "parentNotPublic" | null {
  if (item.version !== version) return "changedMeanwhile";
  const review = afterDecision(item.review, decision);
  if (review === null) return "notPossibleNow";
  return review === "PUBLISHED" && !item.canBeSeen ? "parentNotPublic" : null;
}

/** Whether a decision brings a text before everybody. */
export function makesPublic(decision: Decision): boolean {
  return decision === "APPROVE" || decision === "RESTORE";
}

/** The decision that carries out a granted appeal, by the state the text is in: what was declined is published, what was hidden comes back. */
export function reversalIn(review: ReviewState): "APPROVE" | "RESTORE" | null {
  switch (review) {
    case "DECLINED":
      return "APPROVE";
    case "HIDDEN":
      return "RESTORE";
    case "PENDING":
    case "PUBLISHED":
    case "RETURNED":
    case "WITHDRAWN":
    case "MERGED":
    case "NOT_PUBLIC":
      return null;
  }
}

/** Decisions possible in a state, in the order the desk offers them. */
export function possibleDecisions(review: ReviewState): Decision[] {
  return decisions.filter((decision) => afterDecision(review, decision) !== null);
}

/** Only moderators and administrators decide what is published; a desk answers, it does not moderate. */
export function mayDecide(actor: Actor): boolean {
  return isModerator(actor);
}

/** What a decision must say: nothing, an explanation, or a reason code with an explanation. Approval needs no words; silence never suffices to refuse. */
export function wordsNeeded(decision: Decision): "none" | "explanation" | "reason" {
  switch (decision) {
    case "APPROVE":
      return "none";
    case "RESTORE":
      return "explanation";
    case "RETURN":
    case "DECLINE":
    case "HIDE":
      return "reason";
  }
}
