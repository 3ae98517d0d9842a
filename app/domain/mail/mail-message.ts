import type { TextChange } from "#app/domain/shared/compare-texts.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { Locale, LocalizedText } from "#app/domain/shared/localized-text.ts";

/** A submission or comment whose tracking link the mail carries; the key is derived when the mail is rendered. */
export type TrackedItem = ItemRef & { number: string };

export type SubmissionKindName = "IDEA" | "PARTNERSHIP" | "INQUIRY";

/** Desk as it signs a mail to a person. */
export type MailDesk = { name: LocalizedText; section: LocalizedText; phone: string; hours: LocalizedText };

/** How soon the news of a follow are mailed. */
export type MailPace = "AT_ONCE" | "DAILY" | "WEEKLY";

/** What is new, as mails about follows tell it apart. */
export type MailNewsKind = "PROPOSAL" | "COMMENT" | "ANSWER" | "ANSWER_AGAIN" | "MOVED" | "JOINED" | "SEPARATED";

/** One public event as a follower reads it. Made when the mail is sent, from what everybody may read then. */
export type MailNews = {
  kind: MailNewsKind;
  /** A day in Tokyo. */
  on: string;
  /** Of the proposal it is about; null for a comment on a theme. */
  number: string | null;
  title: string | null;
  theme: LocalizedText;
  author: string | null;
  body: string | null;
  /** JOINED: the receipt numbers that are dealt with together with it. */
  others: readonly string[];
  /** Of an answer; `before` where the version before had another outcome. */
  answer: { desk: LocalizedText; outcome: LocalizedText; before: LocalizedText | null; referral: string | null } | null;
  /** What a new version changed in the one before; null where there is nothing to compare. */
  changes: TextChange[] | null;
  path: string;
};
/** What kept a desk's reply from being taken, as far as its writer can do something about it. */
export const replyProblems = [
  "empty",
  "unreadable",
  "tooLarge",
  "noOutcome",
  "noReferral",
  "noText",
  "unknownDesk",
  "noDay",
  "noReason",
  "turnOver",
  "refused",
] as const;

export type ReplyProblem = (typeof replyProblems)[number];

/**
 * Every message the platform sends, with what its text needs: facts and people's words as they were when it was queued. Secrets (keys,
 * tokens) are never params: they are derived from ids at sending time.
 */
export type MailParams = {
  /**
   * To an address that somebody typed to follow something with (`thing`), or to follow everything with from now on (null). What a search asks
   * for is not in it: anybody could write words to a stranger with that.
   */
  "confirm-follow": {
    requestId: string;
    thing: { type: "proposal"; number: string } | { type: "theme"; title: LocalizedText } | { type: "search" } | null;
    pace: MailPace;
    expiresOn: string;
  };
  /**
   * News of what somebody follows: one event at once (`kind` and `number`), or a digest. Only ids are kept; `news` are put in when it is sent,
   * and what is not public any more by then is left out.
   */
  "follow-news": {
    followerId: string;
    /** What one click on the mail's own unsubscribe button ends: a follow, or everything of one pace. */
    stop: string;
    pace: MailPace;
    kind: MailNewsKind | null;
    number: string | null;
    entryIds: readonly string[];
    /** How many more there are than a digest holds. */
    more: number;
    news?: MailNews[];
  };
  /** To an address nobody has confirmed yet: the only mail it gets. `mayPublish`: to any, with what may be public once its author confirms it. */
  "confirm-address": { item: TrackedItem; confirmationId: string; expiresOn: string; mayPublish?: boolean };
  /** Receipt of an idea, partnership or comment. `title` is null for a comment. */
  receipt: {
    item: TrackedItem;
    kind: SubmissionKindName | "COMMENT";
    title: string | null;
    body: string;
    reviewDueOn: string | null;
  };
  /** Receipt of an inquiry: which desk has it and until when it answers. */
  "inquiry-received": { item: TrackedItem; title: string; body: string; desk: MailDesk; dueOn: string | null };
  /** Every `path` is one of `paths.…()`, without a language prefix. */
  published: { item: TrackedItem; kind: SubmissionKindName | "COMMENT"; title: string | null; path: string };
  /** `reason` is what it was called at the decision, in every language. */
  returned: { item: TrackedItem; title: string | null; reason: LocalizedText; explanation: string };
  declined: {
    item: TrackedItem;
    title: string | null;
    reason: LocalizedText;
    explanation: string;
    stillAnswered: boolean;
  };
  hidden: { item: TrackedItem; title: string | null; reason: LocalizedText; explanation: string };
  /** `explanation` is missing in mails from before it was sent along. */
  restored: { item: TrackedItem; title: string | null; path: string; explanation?: string };
  /** The office put it under another theme. `path` as far as it is public. */
  moved: {
    item: TrackedItem;
    kind: SubmissionKindName | "COMMENT";
    title: string | null;
    from: LocalizedText;
    to: LocalizedText;
    explanation: string;
    path: string | null;
  };
  /**
   * Brought together with another one, which is answered for both. `into.title` and `path` only while that one is public, or the reader's
   * own: nobody learns what somebody else wrote before it is published.
   */
  merged: {
    item: TrackedItem;
    title: string;
    into: { number: string; title: string | null };
    explanation: string;
    path: string | null;
  };
  /** To the author of the one that is dealt with: another one was brought together with it. */
  joined: { item: TrackedItem; title: string; other: string };
  /** That was undone. `explanation` is null where the office did not decide it: the other one is not to be read any more. */
  separated: { item: TrackedItem; title: string; other: string; explanation: string | null; path: string | null };
  /** A part of what somebody sent became a submission of its own: `part`, with its title and text. */
  split: { item: TrackedItem; title: string; part: TrackedItem; partTitle: string; passage: string };
  /** A citizen's idea that a desk answers in private from now on. */
  "became-inquiry": { item: TrackedItem; title: string; explanation: string; desk: MailDesk; dueOn: string };
  /** An inquiry that could be a citizen's idea: its author reads what would be public, changes it, and sends it. */
  "became-idea": { item: TrackedItem; title: string; explanation: string; theme: LocalizedText };
  /** The author answered back to a decision; `dueOn` is the day by which somebody else decides about it. */
  "appeal-received": { item: TrackedItem; title: string | null; dueOn: string };
  "appeal-upheld": { item: TrackedItem; title: string | null; explanation: string };
  "appeal-overturned": { item: TrackedItem; title: string | null; explanation: string; path: string };
  /** To the address a reader gave with a report, which nobody has confirmed yet: the only mail it gets. */
  "confirm-report-address": { number: string; confirmationId: string; expiresOn: string };
  /**
   * To a reader: what became of their report. `title` and `path` only while the text is public; `reported` is the reason they gave, null for
   * one in their own words; `reason` that of the decision which hid the text.
   */
  "report-closed": {
    number: string;
    title: string | null;
    reportedOn: string;
    reported: LocalizedText | null;
    outcome: "KEPT" | "ACTED_ON" | "GONE";
    reason: LocalizedText | null;
    explanation: string | null;
    path: string | null;
  };
  /** To an author: somebody reported the text, and it stays. Nothing of who, and nothing of what they wrote. */
  "report-kept": { item: TrackedItem; title: string | null; path: string };
  asked: { item: TrackedItem; title: string; desk: MailDesk; question: string };
  answered: {
    item: TrackedItem;
    title: string;
    desk: MailDesk;
    outcome: LocalizedText;
    referral: string | null;
    body: string;
    answerVersion: number;
    path: string | null;
  };
  /** A published comment on the recipient's published proposal. */
  commented: { item: TrackedItem; title: string; commentBody: string; path: string };
  /** To a desk: complete in itself, plain text only. */
  assigned: {
    number: string;
    kind: SubmissionKindName;
    review: string;
    themeTitle: string | null;
    questionText: string | null;
    title: string;
    body: string;
    expectedEffect: string | null;
    area: string | null;
    displayName: string | null;
    organizationName: string | null;
    /**
     * Partnership only. The confidential note itself is never a param: mail is stored, logged and relayed. The mail says that there is one
     * and that it is read on the answer page.
     */
    partnership: {
      cooperation: string;
      request: string;
      costSharing: string;
      hasConfidentialNote: boolean;
      contactPerson: string | null;
    } | null;
    receivedOn: string;
    /** How it came: "WEB", or what the desk typed in ("PAPER", "PHONE", "FAX", "COUNTER"). */
    channel: string;
    dueOn: string;
    instruction: string | null;
    answerLinkId: string;
    deskName: LocalizedText;
  };
  /** To a desk: the author answered its question. */
  replied: {
    number: string;
    title: string;
    question: string;
    reply: string;
    dueOn: string;
    answerLinkId: string;
    deskName: LocalizedText;
  };
  /** To a desk: an answer is due soon, or is late. `daysLeft` in business days, negative once it is late. */
  reminded: {
    number: string;
    title: string;
    dueOn: string;
    daysLeft: number;
    answerLinkId: string;
    deskName: LocalizedText;
  };
  /** To the office: a desk has been late for days. `isDrafted`: its draft waits for approval. */
  overdue: {
    number: string;
    title: string;
    dueOn: string;
    daysLeft: number;
    desk: MailDesk;
    isDrafted: boolean;
  };
  /** To a desk, in the morning: what it owes, by the day it is due. `more`: what is not listed because there is too much. */
  "desk-digest": {
    day: string;
    items: { submissionId: string; number: string; title: string; dueOn: string; daysLeft: number }[];
    more: number;
    /** The office's extension inside the city hall. */
    extension: string | null;
    deskName: LocalizedText;
  };
  /** To a moderator, once a week: what waits and what is late. No words of anybody. */
  "weekly-digest": {
    day: string;
    review: { waiting: number; late: number };
    unassigned: { waiting: number; late: number };
    failedMails: number;
    desks: {
      name: LocalizedText;
      waiting: number;
      late: number;
      drafted: number;
      paused: number;
      oldestDueOn: string | null;
    }[];
  };
  /** To a desk's mailbox: does anybody read here? No words of anybody. */
  "mailbox-test": { mailboxTestId: string; deskName: LocalizedText };
  /** To an administrator who asked for it: this is how mail arrives. */
  "delivery-test": { askedOn: string };
  /** To whoever replied for a desk: why nothing came of the reply yet, and what can be written instead. `problem` is a key of its words. */
  "reply-not-taken": { number: string; problem: ReplyProblem; answerLinkId: string; deskName: LocalizedText };
  /** To every administrator: what a moderator hands to them, with what it is about and nothing of who wrote it. */
  escalated: {
    item: TrackedItem;
    kind: SubmissionKindName | "COMMENT";
    title: string | null;
    note: string;
    by: string;
  };
  /** To a colleague: plain text too, since it goes to a mailbox of the city. */
  invitation: {
    invitationId: string;
    name: string;
    role: "ADMIN" | "MODERATOR" | "OFFICER" | "VIEWER";
    expiresOn: string;
  };
};

export type MailTemplate = keyof MailParams;

/** Every message, in the order of a submission's life. */
export const mailTemplates = [
  "confirm-address",
  "receipt",
  "inquiry-received",
  "published",
  "returned",
  "declined",
  "hidden",
  "restored",
  "moved",
  "merged",
  "joined",
  "separated",
  "split",
  "became-inquiry",
  "became-idea",
  "appeal-received",
  "appeal-upheld",
  "appeal-overturned",
  "confirm-report-address",
  "report-closed",
  "report-kept",
  "asked",
  "answered",
  "commented",
  "confirm-follow",
  "follow-news",
  "assigned",
  "replied",
  "reminded",
  "overdue",
  "desk-digest",
  "weekly-digest",
  "mailbox-test",
  "delivery-test",
  "reply-not-taken",
  "escalated",
  "invitation",
] as const satisfies readonly MailTemplate[];

export type MailAudience = "PERSON" | "DESK" | "STAFF";

/** Who reads a message: citizens and companies, the mailbox of a desk, or a colleague. */
export const mailAudience: { [T in MailTemplate]: MailAudience } = {
  "confirm-address": "PERSON",
  receipt: "PERSON",
  "inquiry-received": "PERSON",
  published: "PERSON",
  returned: "PERSON",
  declined: "PERSON",
  hidden: "PERSON",
  restored: "PERSON",
  moved: "PERSON",
  merged: "PERSON",
  joined: "PERSON",
  separated: "PERSON",
  split: "PERSON",
  "became-inquiry": "PERSON",
  "became-idea": "PERSON",
  "appeal-received": "PERSON",
  "appeal-upheld": "PERSON",
  "appeal-overturned": "PERSON",
  "confirm-report-address": "PERSON",
  "report-closed": "PERSON",
  "report-kept": "PERSON",
  asked: "PERSON",
  answered: "PERSON",
  commented: "PERSON",
  "confirm-follow": "PERSON",
  "follow-news": "PERSON",
  assigned: "DESK",
  replied: "DESK",
  reminded: "DESK",
  overdue: "DESK",
  "desk-digest": "DESK",
  "weekly-digest": "STAFF",
  "mailbox-test": "DESK",
  "delivery-test": "STAFF",
  "reply-not-taken": "DESK",
  escalated: "STAFF",
  invitation: "STAFF",
};

export type MailMessage = {
  [T in MailTemplate]: {
    template: T;
    params: MailParams[T];
    to: string;
    recipientKind: MailAudience;
    locale: Locale;
    /** Receipt number; messages with the same key to the same address form one thread. */
    threadKey?: string;
    submissionId?: string;
    commentId?: string;
  };
}[MailTemplate];
