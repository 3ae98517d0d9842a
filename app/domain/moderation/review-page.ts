import type { Stance } from "#app/domain/comment/comment.ts";
import type { Handling } from "#app/domain/handling/handling-page.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { PersonalDataFinding } from "#app/domain/shared/personal-data.ts";
import type { Channel, CostSharing, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import type { TimelineItemView } from "#app/domain/submission/submission-pages.ts";
import type { AppealNote, OpenAppeal } from "./appeal-pages.ts";
import type { Decision } from "./moderation.ts";
import type { PublicFieldName } from "./redaction.ts";
import type { HiddenNote } from "./sealed-original.ts";

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
    reasonCode: string | null;
    explanation: string | null;
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
  /** Whether the viewer may hide personal data in the fields. */
  mayRedact: boolean;
  /** What was hidden and is kept sealed; empty for those who may not open it. */
  hidden: HiddenNote[];
  handling: Handling | null;
  /** Which desk and date are proposed when it is assigned. */
  suggestion: { deskId: string | null; by: "rule" | "theme" | "fallback" | "inquiry" | null; dueOn: IsoDate } | null;
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
