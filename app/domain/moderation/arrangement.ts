import { canMoveReview, type ReviewState, type SubmissionKind } from "#app/domain/submission/submission.ts";

/** ほかの扱い: what the office can do with an item besides deciding whether it is public, in the order the desk offers it. */
export const arrangementActs = ["move", "merge", "separate", "split", "kind", "escalate", "give-back"] as const;

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

/** Whether a submission can be brought together with another one, as far as its own state says: nothing that is decided or private. */
export function canMerge({ kind, review }: { kind: SubmissionKind | "COMMENT"; review: ReviewState }): boolean {
  return canMoveReview(kind, review, "MERGED");
}

type Merged = { id: string; kind: SubmissionKind | "COMMENT"; review: ReviewState; isSample: boolean };

/**
 * Why one submission cannot be merged into another, as a key of the `errors` namespace; null if it can. That one must be in review or public,
 * of the same kind, and as real; and nobody loses a public page by it.
 *
 * @param into null: there is none with that number
 */
export function mergeProblem(source: Merged, into: Merged | null): string | null {
  if (into === null || into.kind === "INQUIRY") return "mergeUnknown";
  if (into.id === source.id) return "mergeItself";
  if (into.kind !== source.kind) return "mergeOtherKind";
  if (into.review === "MERGED") return "mergeIntoMerged";
  if (into.review !== "PENDING" && into.review !== "PUBLISHED") return "mergeNotOpen";
  if (source.review === "PUBLISHED" && into.review !== "PUBLISHED") return "mergeHidesPublic";
  return into.isSample === source.isSample ? null : "mergeSample";
}

/** Whether an item can be handed to the administrators: there is something left to decide about it, some time. */
export function canEscalate({ review }: { review: ReviewState }): boolean {
  return review !== "WITHDRAWN";
}

/** Whether a part of a submission can become one of its own: while it is on its way, and not with its author or decided against. */
export function canSplit({ kind, review }: { kind: SubmissionKind | "COMMENT"; review: ReviewState }): boolean {
  return kind !== "COMMENT" && ["PENDING", "PUBLISHED", "NOT_PUBLIC"].includes(review);
}
