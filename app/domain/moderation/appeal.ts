import { tz } from "@date-fns/tz";
import { addDays } from "date-fns";
import { type Actor, isModerator } from "#app/domain/shared/actor.ts";
import { appealPeriodDays } from "#app/domain/shared/appeal-period.ts";
import { type IsoDate, isoDate, timeZone } from "#app/domain/shared/japanese-date.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { type Decision, reversalIn } from "./moderation.ts";

/** 異議: what became of an appeal. */
export const appealOutcomes = ["UPHELD", "OVERTURNED"] as const;

export type AppealOutcome = (typeof appealOutcomes)[number];

/** The last day on which a decision can be appealed against; a day in Tokyo. */
export function lastDayToAppeal(decidedAt: Date): IsoDate {
  return isoDate(addDays(decidedAt, appealPeriodDays, { in: tz(timeZone) }));
}

/** What the rules need to know of the newest decision on a text. */
export type AppealedDecision = { decision: Decision; at: Date; hasAppeal: boolean };

/**
 * Why an author cannot appeal now, as a key of the `errors` namespace; null when they can. Only what keeps a text from being read can be appealed
 * against: a text that was returned is revised instead.
 */
export function appealProblem(
  review: ReviewState,
  decision: AppealedDecision | null,
  now: Date,
): "notPossibleNow" | "alreadyAppealed" | "appealTooLate" | null {
  const isStanding =
    (review === "DECLINED" && decision?.decision === "DECLINE") ||
    (review === "HIDDEN" && decision?.decision === "HIDE");
  if (decision === null || !isStanding) return "notPossibleNow";
  if (decision.hasAppeal) return "alreadyAppealed";
  return isoDate(now) > lastDayToAppeal(decision.at) ? "appealTooLate" : null;
}

/** Where an appeal stands. `settled`: another decision, or its author's withdrawal, came before it was decided. */
export type AppealState = "open" | "upheld" | "overturned" | "settled";

export function appealState(
  { outcome, closedAt }: { outcome: AppealOutcome | null; closedAt: Date | null },
  review: ReviewState,
): AppealState {
  switch (outcome) {
    case "UPHELD":
      return "upheld";
    case "OVERTURNED":
      return "overturned";
    case null:
      return closedAt !== null || reversalIn(review) === null ? "settled" : "open";
  }
}

/** Whose work an appeal must not be judged by: the colleague who took the decision, and the one who typed the text in for its author. */
export type AppealParties = { deciderId: string; entererId: string | null };

/** An appeal is decided by a moderator or administrator with no part in what it is about. */
export function mayDecideAppeal(actor: Actor, { deciderId, entererId }: AppealParties): boolean {
  return isModerator(actor) && actor.id !== deciderId && actor.id !== entererId;
}
