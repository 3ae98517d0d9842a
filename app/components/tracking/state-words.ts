import type { TrackedComment } from "#app/domain/comment/comment-pages.ts";
import type { TrackedSubmission } from "#app/domain/submission/submission-pages.ts";
import type { StatusTone } from "#app/ui/status-badge.tsx";

export type Tracked = TrackedSubmission | TrackedComment;

/** Where something stands, as one key of `track:state`: a title and a sentence on what happens next. */
export type TrackedState =
  | "pending"
  | "returned"
  | "declined"
  | "declinedAnswered"
  | "declinedStillAnswered"
  | "hidden"
  | "withdrawn"
  | "merged"
  | "waitsForAuthor"
  | "published"
  | "inquiry"
  | "assigned"
  | "drafted"
  | "answered"
  | "commentPublished"
  | "commentProposalGone"
  | "commentParentGone";

/** The one sentence that matters most to the author now: something they must do comes first, then what became of it. */
export function stateOf(item: Tracked): TrackedState {
  switch (item.review) {
    case "WITHDRAWN":
      return "withdrawn";
    case "MERGED":
      return "merged";
    case "RETURNED":
      return "returned";
    case "HIDDEN":
      return "hidden";
    case "PENDING":
      return item.type === "submission" && asksAuthor(item) ? "waitsForAuthor" : "pending";
    case "DECLINED":
      if (item.type === "comment" || item.handling === "NEW") return "declined";
      return item.handling === "ANSWERED" ? "declinedAnswered" : "declinedStillAnswered";
    case "PUBLISHED":
    case "NOT_PUBLIC":
      return item.type === "comment" ? publishedComment(item) : handlingState(item);
  }
}

/** A published comment is read only where what it stands under is: its proposal, and the comment it replies to. */
function publishedComment({ isPublic, proposal }: TrackedComment): TrackedState {
  if (isPublic) return "commentPublished";
  return proposal === "gone" ? "commentProposalGone" : "commentParentGone";
}

export function asksAuthor(item: TrackedSubmission): boolean {
  return (
    item.questions.some((question) => question.reply === null) &&
    item.review !== "WITHDRAWN" &&
    item.review !== "MERGED"
  );
}

/** How far the one is that a proposal was merged into, in the words for that one's own author. */
export function stateWhileMerged({
  review,
  handling,
}: Pick<NonNullable<TrackedSubmission["mergedInto"]>, "review" | "handling">): TrackedState {
  if (review === "PENDING") return "pending";
  switch (handling) {
    case "NEW":
      return "published";
    case "ASSIGNED":
      return "assigned";
    case "DRAFTED":
      return "drafted";
    case "ANSWERED":
      return "answered";
  }
}

function handlingState(item: TrackedSubmission): TrackedState {
  if (asksAuthor(item)) return "waitsForAuthor";
  switch (item.handling) {
    case "NEW":
      return item.kind === "INQUIRY" ? "inquiry" : "published";
    case "ASSIGNED":
      return "assigned";
    case "DRAFTED":
      return "drafted";
    case "ANSWERED":
      return "answered";
  }
}

export const stateTone: Record<TrackedState, StatusTone> = {
  pending: "progress",
  returned: "warning",
  declined: "neutral",
  declinedAnswered: "neutral",
  declinedStillAnswered: "progress",
  hidden: "warning",
  withdrawn: "neutral",
  merged: "neutral",
  waitsForAuthor: "warning",
  published: "progress",
  inquiry: "progress",
  assigned: "progress",
  drafted: "progress",
  answered: "success",
  commentPublished: "success",
  commentProposalGone: "neutral",
  commentParentGone: "neutral",
};
