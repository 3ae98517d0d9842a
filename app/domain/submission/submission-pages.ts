import type { ClosedNotice } from "#app/domain/plan/participation.ts";
import type { AskedFields, ReadingTime } from "#app/domain/plan/theme-policy.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { EntryKind } from "./entry.ts";
import type { Channel, CostSharing, HandlingState, ReviewState, SubmissionKind } from "./submission.ts";
import type { TimelineEvent } from "./timeline.ts";

type FormDesk = { name: string; phone: string };

export type ProposalFormPage = {
  theme: { slug: string; numeral: string; title: string };
  /** Why nothing can be begun now; null when it can. What was begun in time can be sent a little longer. */
  closed: ClosedNotice | null;
  closedForSending: ClosedNotice | null;
  /** Last day on which something can be sent. */
  until: IsoDate | null;
  readingTime: ReadingTime;
  asks: AskedFields;
  /** Whether the theme takes the other kind of proposal. */
  takesOther: boolean;
  questions: { id: string; text: string }[];
  desk: FormDesk;
};

/** A theme's form to be written by hand. */
export type PaperFormPage = {
  theme: { slug: string; numeral: string; title: string };
  closed: ProposalFormPage["closed"];
  asks: AskedFields;
  questions: { id: string; text: string }[];
  /** Where it is handed in. The directory knows no postal address and no fax number. */
  desk: FormDesk & { section: string; department: string; hours: string };
};

/** What staff can type something in for; `value` is a slug. */
export type EntryTargets = { themes: { value: string; label: string }[]; desks: { value: string; label: string }[] };

/** The form with which staff type in what arrived. */
export type EntryForm = {
  kind: EntryKind;
  /** Slug of the theme, or of the desk of an inquiry. */
  to: string;
  toName: string;
  closed: ProposalFormPage["closed"];
  questions: { id: string; text: string }[];
  publishedPhones: string[];
};

export type InquiryFormPage = {
  desk: { slug: string; name: string; section: string; department: string; duty: string; phone: string; hours: string };
};

export type TimelineItemView = {
  id: string;
  at: string;
  event: TimelineEvent;
  desk: string | null;
  dueOn: string | null;
  note: string | null;
};

/** Another submission of the same author. */
export type OtherTracked = { number: string; title: string; trackingKey: string };

/** The address of who sent something, as they are shown it. */
export type TrackedAddress = {
  masked: string;
  confirmed: boolean;
  /** A mail came back because nothing can be delivered there. */
  bounced: boolean;
  /** Its owner has yet to confirm that they sent this very item: `isAskedToConfirm`. */
  isAsked: boolean;
};

export type TrackedSubmission = {
  type: "submission";
  number: string;
  kind: SubmissionKind;
  channel: Channel;
  review: ReviewState;
  handling: HandlingState;
  version: number;
  receivedAt: string;
  theme: { slug: string; title: string } | null;
  question: string | null;
  /** Who has it now and until when; null when nobody owes anything. */
  holder: {
    desk: { name: string; section: string; phone: string } | null;
    dueOn: string | null;
    late: boolean;
    /** The days do not count until the author has replied to the desk. */
    isPaused: boolean;
  } | null;
  lateReason: string | null;
  isPublic: boolean;
  text: {
    title: string;
    body: string;
    expectedEffect: string | null;
    area: string | null;
    displayName: string | null;
    organizationName: string | null;
  };
  /** Partnership only. */
  cityOnly: { cooperation: string; request: string; costSharing: CostSharing; confidentialNote: string | null } | null;
  address: TrackedAddress | null;
  /** Why a moderator returned, declined or hid it, in that state. */
  decision: { reason: string | null; explanation: string | null } | null;
  questions: {
    id: string;
    body: string;
    askedAt: string;
    reply: string | null;
    repliedAt: string | null;
  }[];
  answer: {
    outcome: string;
    referral: string | null;
    body: string;
    desk: string;
    phone: string;
    publishedAt: string;
  } | null;
  /**
   * The one it was merged into, whose desk and answer the page then shows; null for what is not merged. Its title only while that is public: until
   * then it is between its author and the city.
   */
  mergedInto: { number: string; title: string | null; review: ReviewState; handling: HandlingState } | null;
  /** What it was a part of, and what parts of it became submissions of their own; all of the same author, so with their keys. */
  split: { from: OtherTracked | null; into: OtherTracked[] };
  timeline: TimelineItemView[];
  may: { revise: boolean; withdraw: boolean };
};

/** What an author is told about the latest decision on a text, in one language; the reason as it was called when it was decided. */
export function toldDecision(
  decision: { reasonLabel: unknown; explanation: string | null } | undefined,
  locale: Locale,
): { reason: string | null; explanation: string | null } | null {
  if (decision === undefined) return null;
  const { reasonLabel, explanation } = decision;
  return { reason: reasonLabel === null ? null : pick(reasonLabel as LocalizedText, locale), explanation };
}
