import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import type { ReviewState, SubmissionKind } from "./submission.ts";

/** What the rules below need to know of a submission. */
export type SubmissionFacts = {
  id: string;
  kind: SubmissionKind;
  review: ReviewState;
  handlingDeskId: string | null;
  inquiryDeskId: string | null;
};

/** What one viewer may see of one submission. Each part includes the ones before it. */
export type Sight =
  /** Nothing: it must look as if it did not exist. */
  | "nothing"
  /** The columns of `Submission` that are published, the public timeline, the published answer. */
  | "public"
  /** Also what only the city reads: state, cooperation, request, cost sharing; neither contact data nor the confidential note. */
  | "city"
  /** Also the confidential note; and name, mail address, telephone and contact person (staff: on request, each view audited). */
  | "contact";

/** Whether anybody at all may read it. */
export function isPublic(facts: Pick<SubmissionFacts, "kind" | "review">): boolean {
  return facts.review === "PUBLISHED" && facts.kind !== "INQUIRY";
}

/**
 * The desk that has a submission now: the one it is assigned to; an inquiry nobody assigned yet lies with the desk its author chose.
 */
export function responsibleDeskId(facts: Pick<SubmissionFacts, "handlingDeskId" | "inquiryDeskId">): string | null {
  return facts.handlingDeskId ?? facts.inquiryDeskId;
}

/**
 * The one decision on who may see what of a submission (見え方). `visibleSubmissions` says the same to the database, and a test holds the
 * two together. An officer sees what lies with one of their desks, and otherwise what everybody sees.
 */
export function submissionSight(viewer: Actor, facts: SubmissionFacts): Sight {
  const otherwise: Sight = isPublic(facts) ? "public" : "nothing";
  switch (viewer.kind) {
    case "anonymous":
      return otherwise;
    case "author":
      return viewer.of === "submission" && viewer.id === facts.id ? "contact" : otherwise;
    case "desk-link":
      return viewer.submissionId === facts.id && viewer.deskId === responsibleDeskId(facts) ? "contact" : otherwise;
    case "staff":
      return staffSight(viewer.role, liesWith(viewer.deskIds, facts), otherwise);
    case "system":
      return "contact";
  }
}

function liesWith(deskIds: readonly string[], facts: SubmissionFacts): boolean {
  const desk = responsibleDeskId(facts);
  return desk !== null && deskIds.includes(desk);
}

function staffSight(role: StaffRole, isTheirs: boolean, otherwise: Sight): Sight {
  switch (role) {
    case "ADMIN":
    case "MODERATOR":
      return "contact";
    case "VIEWER":
      return "city";
    case "OFFICER":
      return isTheirs ? "contact" : otherwise;
  }
}

export type CommentFacts = {
  id: string;
  review: ReviewState;
  /** Of the submission it is on; null for a comment on a theme or question. */
  submission: Pick<SubmissionFacts, "kind" | "review"> | null;
  /** Of the comment it replies to; null for a top-level comment. */
  parent: { review: ReviewState } | null;
};

/** A comment is public only as long as what it stands under is: the proposal, and the comment it replies to. */
export function isPublicComment(facts: Omit<CommentFacts, "id">): boolean {
  return (
    facts.review === "PUBLISHED" &&
    (facts.submission === null || isPublic(facts.submission)) &&
    (facts.parent === null || facts.parent.review === "PUBLISHED")
  );
}

/** The same decision for comments. Officers have no part in comments beyond what everybody reads. */
export function commentSight(viewer: Actor, facts: CommentFacts): Sight {
  const otherwise: Sight = isPublicComment(facts) ? "public" : "nothing";
  switch (viewer.kind) {
    case "anonymous":
    case "desk-link":
      return otherwise;
    case "author":
      return viewer.of === "comment" && viewer.id === facts.id ? "contact" : otherwise;
    case "staff":
      return staffSight(viewer.role, false, otherwise);
    case "system":
      return "contact";
  }
}
