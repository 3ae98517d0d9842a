import type { Stance } from "#app/domain/comment/comment.ts";
import type { ItemFlags } from "#app/domain/flag/flag.ts";
import type { Handling } from "#app/domain/handling/handling-page.ts";
import type { ItemReports, WaitingReports } from "#app/domain/report/report-pages.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { PersonalDataFinding } from "#app/domain/shared/personal-data.ts";
import type { Channel, CostSharing, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import type { TimelineItemView } from "#app/domain/submission/submission-pages.ts";
import type { AppealNote, OpenAppeal } from "./appeal-pages.ts";
import type { Arrangement, EscalationNote, LinkedSubmission } from "./arrangement-page.ts";
import type { Decision } from "./moderation.ts";
import type { DecisionAids } from "./reasons.ts";
import type { PublicFieldName } from "./redaction.ts";
import type { HiddenNote } from "./sealed-original.ts";
import type { TrustedSender } from "./trust.ts";

/** One public text of the author, with what looks like personal data in it. */
export type PublicField = {
  name: PublicFieldName;
  text: string;
  findings: PersonalDataFinding[];
};

/** Everything a moderator needs to decide and to assign, without contact data: those are shown on request. */
export type ReviewPage = {
  type: "submission" | "comment";
  id: string;
  number: string;
  kind: SubmissionKind | "COMMENT";
  channel: Channel;
  /** Who typed it in, and when; null for what its author sent. Another person should decide about it. */
  entry: { by: string; at: string } | null;
  review: ReviewState;
  version: number;
  revision: number;
  authorLocale: Locale;
  isSample: boolean;
  isPublic: boolean;
  receivedAt: string;
  dueOn: IsoDate | null;
  late: boolean;
  theme: { slug: string; title: string } | null;
  question: string | null;
  inquiryDesk: string | null;
  /** Comments: what it stands on. */
  stance: Stance | null;
  proposal: { number: string; title: string } | null;
  parent: { number: string; body: string } | null;
  fields: PublicField[];
  cityOnly: {
    corporateNumber: string | null;
    cooperation: string | null;
    request: string | null;
    costSharing: CostSharing | null;
    confidentialNote: string | null;
  } | null;
  /** What could be shown on request; null for those who may not see it. */
  contact: { name: boolean; email: boolean; phone: boolean; contactPerson: boolean } | null;
  revisions: { revision: number; at: string; fields: { name: PublicField["name"]; text: string }[] }[];
  decisions: {
    id: string;
    decision: Decision;
    /** As the author was told it, in the viewer's language. */
    reason: string | null;
    explanation: string | null;
    /** The canned replies that were put into the explanation. */
    replies: { id: string; version: number; title: string }[];
    revision: number;
    by: string;
    at: string;
    /** What its author answered to it. */
    appeal: AppealNote | null;
  }[];
  /** The appeal that waits to be decided. */
  appeal: OpenAppeal | null;
  timeline: TimelineItemView[];
  audit: { id: string; at: string; by: string; action: string }[];
  mayDecide: Decision[];
  /** What can be chosen for these decisions. */
  aids: DecisionAids;
  /** Whether the viewer may hide personal data in the fields. */
  mayRedact: boolean;
  /** What was hidden and is kept sealed; empty for those who may not open it. */
  hidden: HiddenNote[];
  /** Submissions that are linked with it, both ways. */
  links: {
    mergedInto: LinkedSubmission | null;
    mergedFrom: LinkedSubmission[];
    splitFrom: LinkedSubmission | null;
    splitInto: LinkedSubmission[];
  };
  /** Every time it was handed to the administrators, the latest first; the first may not have ended. */
  escalations: EscalationNote[];
  /** ほかの扱い; null for those who decide nothing. */
  arrangement: Arrangement | null;
  flags: ItemFlags;
  /** What readers reported, and what became of it; nothing for officers. */
  reports: ItemReports;
  /** Whether the viewer decides about it as it stands. */
  decides: boolean;
  /** Of what was public before anybody read it: still unread, or who read it and when. Null: it was read before. */
  look: { isDue: boolean; mayLook: boolean; by: string | null; at: string | null } | null;
  /** Who sent it; null for those who may not know, and where trust never matters. */
  trust: TrustedSender | null;
  handling: Handling | null;
  /** Which desk and date are proposed when it is assigned. */
  suggestion: {
    deskId: string | null;
    by: "rule" | "theme" | "fallback" | "inquiry" | null;
    /** What the rule's note says, if a rule proposes it and has one. */
    note: string;
    dueOn: IsoDate;
  } | null;
};

/** What an act shows of the item it is about before it is done. */
export type ItemBeforeAct = Pick<ReviewPage, "number" | "kind" | "version" | "fields" | "flags"> & {
  /** The reason that was chosen for it, if one was, in the viewer's language. */
  reason: { label: string; guideline: string } | null;
  /** What it does to the reports of it that wait. */
  closes: WaitingReports;
};

/** The texts that hiding something would change, as they would read, and where the labels stand in them. */
export type RedactionPreview = { name: PublicField["name"]; text: string; labels: { start: number; end: number }[] }[];

/** How to reach the author of one item. Null: not given. */
export type Contact = {
  name: string | null;
  email: string | null;
  emailConfirmed: boolean;
  phone: string | null;
  contactPerson: string | null;
};
