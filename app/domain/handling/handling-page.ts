import type { OpenDesk } from "#app/domain/directory/queries/list-open-desks.server.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { CostSharing, HandlingState, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import type { HandlingAct } from "./handling.ts";

export type AnswerState = "DRAFT" | "PUBLISHED" | "SUPERSEDED" | "SENT_BACK";

export type AnswerVersion = {
  id: string;
  answerVersion: number;
  state: AnswerState;
  desk: string;
  outcomeKey: string;
  outcome: string;
  referral: string | null;
  body: string;
  origin: "SCREEN" | "LINK" | "REPLY";
  draftedBy: string;
  draftedAt: string;
  approvedBy: string | null;
  publishedAt: string | null;
  sendBackNote: string | null;
};

/** Everything about how a submission is answered, for those who work on it. No contact data. */
export type Handling = {
  handling: HandlingState;
  assignment: {
    deskId: string;
    desk: string;
    /** While the clock stands still: as it would be if the author replied today. */
    dueOn: IsoDate;
    /** Business days that were left when the clock stopped; null while it runs. */
    pausedDays: number | null;
    late: boolean;
    /** The request waits, because nobody has acknowledged the desk's mailbox. */
    isHeld: boolean;
    instruction: string | null;
  } | null;
  turns: { id: string; desk: string; from: string; to: string | null; endReason: string | null }[];
  waitsForAuthor: boolean;
  lateReason: string | null;
  answers: AnswerVersion[];
  questions: {
    id: string;
    askedBy: string;
    body: string;
    askedAt: string;
    reply: string | null;
    repliedAt: string | null;
  }[];
  notes: { id: string; author: string; body: string; at: string }[];
  outcomes: { key: string; label: string; meaning: string; needsReferral: boolean }[];
  desks: OpenDesk[];
  /** Links in the desk's mails that still work. */
  liveLinks: number;
  acts: HandlingAct[];
  mayNote: boolean;
  mayRevoke: boolean;
  /** Why the viewer cannot publish the waiting draft although a moderator could: they wrote it. */
  isOwnDraft: boolean;
};

/** What an officer needs to answer, in full, with what a company tells the city in confidence; no name, address or telephone of anybody. */
export type AnswerPage = {
  id: string;
  number: string;
  kind: SubmissionKind;
  review: ReviewState;
  version: number;
  authorLocale: Locale;
  receivedAt: string;
  theme: string | null;
  question: string | null;
  text: {
    title: string;
    body: string;
    expectedEffect: string | null;
    area: string | null;
    displayName: string | null;
    organizationName: string | null;
  };
  partnership: {
    corporateNumber: string | null;
    contactPerson: string | null;
    cooperation: string;
    request: string;
    costSharing: CostSharing;
    confidentialNote: string | null;
  } | null;
  deskName: string;
  handling: Handling;
};
