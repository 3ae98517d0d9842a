import type { ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";

/** ほかの扱い: what the office can do with an item besides deciding whether it is public, in the order the desk offers it. */
export const arrangementActs = ["move"] as const;

export type ArrangementAct = (typeof arrangementActs)[number];

/** What the rules below need to know of a submission or comment. */
export type ArrangedFacts = {
  kind: SubmissionKind | "COMMENT";
  review: ReviewState;
  /** Comments: whether it stands on a theme or its question itself, and not on a proposal or under another comment. */
  standsAlone: boolean;
};

/** Whether an item can be put under another theme. A comment below something goes where that goes; an inquiry has no theme. */
export function canMoveTheme({ kind, review, standsAlone }: ArrangedFacts): boolean {
  if (kind === "INQUIRY" || review === "WITHDRAWN") return false;
  return kind !== "COMMENT" || standsAlone;
}
