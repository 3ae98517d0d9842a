import type { ClosedNotice } from "#app/domain/plan/participation.ts";
import type { ReadingTime } from "#app/domain/plan/theme-policy.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { Channel, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import type { TimelineItemView, TrackedAddress } from "#app/domain/submission/submission-pages.ts";
import type { Stance } from "./comment.ts";

export type ReceiptPage = {
  number: string;
  trackingKey: string;
  kind: SubmissionKind | "COMMENT";
  title: string | null;
  channel: Channel;
  /** The language its author reads. */
  locale: Locale;
  /** Of what did not come through the site the day alone is known. */
  receivedAt: string;
  /** Until when it is reviewed, or answered if it is an inquiry. */
  dueOn: string | null;
  /** Whether it is public already, and where. */
  publicPath: string | null;
  /** The theme, or the desk of an inquiry, that it went to. */
  to: string | null;
  /** What a comment is on, if that is more than its theme: a public proposal, in its author's words, or a question of the city. */
  on: { proposal: string } | { question: string } | null;
  address: Omit<TrackedAddress, "bounced"> | null;
};

export type CommentFormPage = {
  theme: { slug: string; title: string };
  proposal: { number: string; title: string } | null;
  /** The theme's questions that a comment can answer; none on a proposal. */
  questions: { id: string; text: string }[];
  /** The comment that is replied to. */
  parent: { id: string; body: string; displayName: string | null } | null;
  /** As of a proposal's form. */
  closed: ClosedNotice | null;
  closedForSending: ClosedNotice | null;
  readingTime: ReadingTime;
  /** Telephones that are no personal data when somebody names them. */
  publishedPhones: string[];
};

export type TrackedComment = {
  type: "comment";
  number: string;
  review: ReviewState;
  version: number;
  receivedAt: string;
  theme: { slug: string; title: string };
  question: string | null;
  /** The proposal it is on, while that is public; "gone" while it is not, which says nothing of it. Null for a comment on a theme. */
  proposal: { number: string; title: string } | "gone" | null;
  /** Whether stances can be given: it is on a proposal. */
  takesStance: boolean;
  holder: { desk: null; dueOn: string | null; late: boolean; isPaused: false } | null;
  isPublic: boolean;
  text: { body: string; displayName: string | null; stance: Stance | null };
  address: TrackedAddress | null;
  decision: { reason: string | null; explanation: string | null } | null;
  timeline: TimelineItemView[];
  may: { revise: boolean; withdraw: boolean };
};
