/**
 * The shape of the sample data of `npm run demo`: what somebody sent, and the story of what became of it.
 *
 * Everything is told in days before today (`at`: 12 is twelve days ago, 0.5 is half a day ago), so that the samples always look
 * recent. The steps of one story are in order of time, never before the thing itself was sent, and each is one command: who
 * does it follows from the step (the author, a moderator, an officer of the desk that holds it, a second person for
 * `publishAnswer`). Keys name samples across files and are never shown.
 */
import type { Stance } from "#app/domain/comment/comment.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { CostSharing, DeskChannel } from "#app/domain/submission/submission.ts";
import type { OutcomeContent } from "./outcomes.ts";
import type { ReasonKey } from "./reasons.ts";

/** What the author does after sending. `confirmAddress` needs an email address. */
export type AuthorStep =
  | { readonly at: number; readonly do: "confirmAddress" }
  /** Only what changed; only while RETURNED. */
  | {
      readonly at: number;
      readonly do: "revise";
      readonly title?: string;
      readonly body?: string;
      readonly expectedEffect?: string;
    }
  /** Only against what was declined or hidden, in the month after it. */
  | { readonly at: number; readonly do: "appeal"; readonly words: string }
  | { readonly at: number; readonly do: "withdraw" };

/** What a moderator decides about publication. */
export type ReviewStep =
  | { readonly at: number; readonly do: "approve" }
  | {
      readonly at: number;
      readonly do: "return" | "decline" | "hide";
      readonly reasonCode: ReasonKey;
      readonly explanation: string;
    }
  | { readonly at: number; readonly do: "restore"; readonly explanation: string };

/** What a reader reports while it is public, and that a moderator finds nothing wrong with it. */
export type ReportStep =
  | { readonly at: number; readonly do: "report"; readonly reasonCode: ReasonKey; readonly words: string }
  | { readonly at: number; readonly do: "keepReports"; readonly explanation: string };

/** What happens on the way to an answer. Due dates are business days after the step. */
export type HandlingStep =
  | {
      readonly at: number;
      readonly do: "assign";
      readonly deskSlug: string;
      readonly dueInBusinessDays: number;
      readonly instruction?: string;
    }
  | {
      readonly at: number;
      readonly do: "draft";
      readonly outcomeKey: OutcomeContent["key"];
      readonly body: string;
      /** Who is responsible; with the outcomes that need a referral. */
      readonly referral?: string;
    }
  | { readonly at: number; readonly do: "sendBack"; readonly note: string }
  | { readonly at: number; readonly do: "publishAnswer" }
  | { readonly at: number; readonly do: "passOn"; readonly deskSlug: string; readonly reason: string }
  | { readonly at: number; readonly do: "extend"; readonly dueInBusinessDays: number; readonly reason: string }
  | { readonly at: number; readonly do: "notOurs"; readonly reason: string }
  | { readonly at: number; readonly do: "askAuthor"; readonly question: string }
  /** The author's reply to the latest `askAuthor`. */
  | { readonly at: number; readonly do: "reply"; readonly reply: string }
  /** An internal note of a moderator. */
  | { readonly at: number; readonly do: "note"; readonly note: string };

/** A moderator trusts whoever sent it; only with a confirmed address, and while it is public. */
export type TrustStep = { readonly at: number; readonly do: "trust"; readonly note: string };

export type SubmissionStep = AuthorStep | ReviewStep | ReportStep | HandlingStep | TrustStep;

/** A comment has a body and nothing else to revise. */
export type CommentStep =
  | Exclude<AuthorStep, { do: "revise" | "appeal" }>
  | ReviewStep
  | ReportStep
  | ReviseCommentStep;

type ReviseCommentStep = { readonly at: number; readonly do: "revise"; readonly body: string };

export type SampleReply = {
  readonly key: string;
  readonly at: number;
  readonly locale: Locale;
  readonly body: string;
  /** Null: shown as 匿名. */
  readonly displayName: string | null;
  readonly email?: string;
  readonly story: readonly CommentStep[];
};

export type SampleComment = SampleReply & {
  /** Null on themes and questions, where there is nothing to be for or against. */
  readonly stance: Stance | null;
  /** One level; only a published comment has any. */
  readonly replies: readonly SampleReply[];
};

type SampleBase = {
  readonly key: string;
  /** When it was sent. */
  readonly at: number;
  readonly locale: Locale;
  /** How it arrived, where staff typed it in; without it, it came through the site. */
  readonly channel?: DeskChannel;
  readonly title: string;
  readonly body: string;
  /** City only. */
  readonly email?: string;
  readonly phone?: string;
  readonly story: readonly SubmissionStep[];
};

type SampleProposalBase = SampleBase & {
  readonly themeSlug: string;
  readonly questionKey: string | null;
  /** Sent after the proposal was published. */
  readonly comments: readonly SampleComment[];
};

export type SampleIdea = SampleProposalBase & {
  readonly kind: "IDEA";
  readonly expectedEffect?: string;
  readonly area?: string;
  /** Null: shown as 匿名. */
  readonly displayName: string | null;
  /** City only. */
  readonly name?: string;
};

export type SamplePartnership = SampleProposalBase & {
  readonly kind: "PARTNERSHIP";
  /** Public. */
  readonly organizationName: string;
  /** 13 digits with a right check digit, outside the numbers in use; null: the organization has none. */
  readonly corporateNumber: string | null;
  readonly contactPerson: string;
  readonly email: string;
  readonly phone: string;
  readonly cooperation: string;
  readonly request: string;
  readonly costSharing: CostSharing;
  readonly confidentialNote?: string;
};

export type SampleInquiry = SampleBase & {
  readonly kind: "INQUIRY";
  readonly deskSlug: string;
  readonly name?: string;
};

export type SampleSubmission = SampleIdea | SamplePartnership | SampleInquiry;

/** A comment on a theme, or on one of its questions. */
export type SampleThemeComment = SampleComment & {
  readonly themeSlug: string;
  readonly questionKey: string | null;
};
