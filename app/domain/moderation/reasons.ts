import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { type Decision, wordsNeeded } from "./moderation.ts";

/** Longest texts of a reason, in characters as a reader counts them. */
export const reasonLimits = { label: 60, guideline: 400 } as const;

/** The decisions that need a reason, in the order in which the desk offers them. */
export const reasonedDecisions = ["RETURN", "DECLINE", "HIDE"] as const satisfies readonly Decision[];

/** The decisions that tell the author something in a moderator's words. */
export const explainedDecisions = [...reasonedDecisions, "RESTORE"] as const satisfies readonly Decision[];

/** A reason (理由区分) as a moderator chooses it, in the moderator's language. */
export type ReasonChoice = { key: string; label: string; guideline: string; decisions: Decision[] };

/** A canned reply (定型文) as a moderator puts it into an explanation: the text in its author's language, placeholders filled. */
export type ReplyChoice = {
  id: string;
  version: number;
  title: string;
  decision: Decision;
  reasonKey: string | null;
  text: string;
};

/** What stands beside the forms of one text: what can be chosen for the decisions that are possible now. */
export type DecisionAids = { reasons: ReasonChoice[]; replies: ReplyChoice[] };

/** What an author is told about a decision: the reason as it is called now, and the explanation with its placeholders filled. */
export type SaidWords = { reason: LocalizedText | null; explanation: string | null };

/** The reasons are the rules by which moderators are bound, so only administrators change them. */
export function mayEditReasons(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/** Canned replies are the moderators' own tool. */
export function mayEditReplies(actor: Actor): boolean {
  return isModerator(actor);
}

/** Those who look over the whole desk see by which rules and in which words decisions are told. */
export function mayReadReasons(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}

/** The decisions among `possible` that need one of the reasons. */
export function reasonedAmong(possible: readonly Decision[]): Decision[] {
  return possible.filter((decision) => wordsNeeded(decision) === "reason");
}
