/** 投稿: one thing somebody sent. The names are those of the database's enums. */
export const submissionKinds = ["IDEA", "PARTNERSHIP", "INQUIRY"] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** What can be published: an inquiry never is. */
export type ProposalKind = Exclude<SubmissionKind, "INQUIRY">;

/** How a submission reached the city (届いた方法). WEB is sent by its author; staff type in everything else. */
export const channels = ["WEB", "PAPER", "PHONE", "FAX", "COUNTER"] as const;
export type Channel = (typeof channels)[number];

/** Ways in which something arrives that staff then type in. */
export const deskChannels = ["PAPER", "PHONE", "FAX", "COUNTER"] as const satisfies readonly Channel[];
export type DeskChannel = (typeof deskChannels)[number];

/** 公開審査. A comment has the same states except MERGED and NOT_PUBLIC. */
export const reviewStates = [
  "PENDING",
  "PUBLISHED",
  "RETURNED",
  "DECLINED",
  "HIDDEN",
  "WITHDRAWN",
  "MERGED",
  "NOT_PUBLIC",
] as const;
export type ReviewState = (typeof reviewStates)[number];

/** 対応: independent of review. */
export const handlingStates = ["NEW", "ASSIGNED", "DRAFTED", "ANSWERED"] as const;
export type HandlingState = (typeof handlingStates)[number];

export const costSharings = ["NONE", "PARTIAL", "FULL", "UNDECIDED"] as const;
export type CostSharing = (typeof costSharings)[number];

/**
 * Which review state may follow which. RETURNED goes back to PENDING when its author revised it; everything that is, was or might
 * become public can be withdrawn by its author; what is withdrawn, and what was never meant to be public, stays so for ever. What was
 * declined is published only when its author's appeal is granted. What is merged into another goes back to where it came from when that is
 * undone.
 */
export const reviewTransitions: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  PENDING: ["PUBLISHED", "RETURNED", "DECLINED", "MERGED", "WITHDRAWN"],
  RETURNED: ["PENDING", "MERGED", "WITHDRAWN"],
  DECLINED: ["PUBLISHED", "WITHDRAWN"],
  PUBLISHED: ["HIDDEN", "MERGED", "WITHDRAWN"],
  HIDDEN: ["PUBLISHED", "WITHDRAWN"],
  WITHDRAWN: [],
  MERGED: ["PENDING", "PUBLISHED", "RETURNED", "WITHDRAWN"],
  NOT_PUBLIC: [],
};

/**
 * Whether a text of this kind may go from one review state to another. An inquiry has no other state than NOT_PUBLIC, and a comment is never
 * merged.
 */
export function canMoveReview(kind: SubmissionKind | "COMMENT", from: ReviewState, to: ReviewState): boolean {
  if (kind === "INQUIRY" || to === "NOT_PUBLIC") return false;
  if (kind === "COMMENT" && to === "MERGED") return false;
  return reviewTransitions[from].includes(to);
}

/**
 * What a submission becomes when the office changes its kind; null where it cannot. A citizen's idea that was never public can be answered in
 * private instead. An inquiry can become an idea, which its author then has to agree to. What a company offers stays what it is.
 */
export function kindAfter({ kind, review }: { kind: SubmissionKind; review: ReviewState }): "IDEA" | "INQUIRY" | null {
  switch (kind) {
    case "IDEA":
      return ["PENDING", "RETURNED", "DECLINED"].includes(review) ? "INQUIRY" : null;
    case "INQUIRY":
      return review === "NOT_PUBLIC" ? "IDEA" : null;
    case "PARTNERSHIP":
      return null;
  }
}

/** The state that goes with a changed kind: what was private is not even in review before its author has read what would be public. */
export const reviewOfChangedKind = { INQUIRY: "NOT_PUBLIC", IDEA: "RETURNED" } as const;

/**
 * Which handling state may follow which. Back to NEW: the desk said it is not theirs. A draft that is sent back, or a desk that passes
 * it on, makes ASSIGNED again, and so does assigning once more what was answered; further versions of an answer leave ANSWERED.
 */
export const handlingTransitions: Readonly<Record<HandlingState, readonly HandlingState[]>> = {
  NEW: ["ASSIGNED"],
  ASSIGNED: ["NEW", "DRAFTED"],
  DRAFTED: ["NEW", "ASSIGNED", "ANSWERED"],
  ANSWERED: ["ASSIGNED"],
};

/** Whether a submission may go from one handling state to another. */
export function canMoveHandling(from: HandlingState, to: HandlingState): boolean {
  return handlingTransitions[from].includes(to);
}

/** The state a submission of this kind starts in. */
export function firstReviewState(kind: SubmissionKind): ReviewState {
  return kind === "INQUIRY" ? "NOT_PUBLIC" : "PENDING";
}

/** Whether its author may still take it back. An inquiry is between its author and a desk: there is nothing to take back from view. */
export function canWithdraw(kind: SubmissionKind | "COMMENT", review: ReviewState): boolean {
  return canMoveReview(kind, review, "WITHDRAWN");
}

/** Whether its author may change its text: only what a moderator returned. */
export function canRevise(kind: SubmissionKind | "COMMENT", review: ReviewState): boolean {
  return review === "RETURNED" && canMoveReview(kind, review, "PENDING");
}
