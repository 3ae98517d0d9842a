import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { MailDesk, MailParams, MailTemplate, TrackedItem } from "./mail-message.ts";

/** Whose words a param repeats. */
export type WordsOf =
  /** The author's of the submission or comment that the message is about. */
  | "item"
  /** The office's to that author. They may repeat a title, which a placeholder stands for: the item's, or that of the proposal a comment is on. */
  | "said"
  /** The author's of the comment that the message tells somebody else about. */
  | "comment"
  /** The author's of the submission whose number or id stands beside them. */
  | "beside"
  /** The author's of the submission that was made of a part of theirs. */
  | "part"
  /** Nobody's whose text can have personal data hidden: the city's own, and what an author wrote to the city alone. */
  | "city";

/** Params that are no words: numbers, ids, days, addresses of pages and the like. */
type Fact =
  | ("number" | "other" | "path" | "review" | "channel" | "costSharing" | "extension")
  | ("requestId" | "confirmationId" | "invitationId" | "mailboxTestId" | "followerId" | "stop" | "entryIds")
  | ("answerLinkId" | "submissionId")
  | ("day" | "dueOn" | "reviewDueOn" | "oldestDueOn" | "expiresOn" | "askedOn" | "reportedOn" | "receivedOn");

/** Whether a param can hold somebody's words; what comes in every language is the city's. */
type HoldsWords<V> = string extends V
  ? true
  : V extends readonly (infer One)[]
    ? HoldsWords<One>
    : V extends LocalizedText | MailDesk | TrackedItem
      ? false
      : V extends object
        ? keyof RepeatedWords<V> extends never
          ? false
          : true
        : false;

/** Every param of a message that can hold words, and whose they are. */
export type RepeatedWords<P> = {
  [K in keyof P as K extends Fact ? never : HoldsWords<NonNullable<P[K]>> extends false ? never : K]-?: Place<
    NonNullable<P[K]>
  >;
};

type Place<V> = string extends V
  ? WordsOf | readonly WordsOf[]
  : "city" | RepeatedWords<V extends readonly (infer One)[] ? One : V>;

const item = { title: "item" } as const;
const told = { title: "item", explanation: "said" } as const;

/**
 * Whose words stand where in every message, so that personal data hidden in a text is hidden in the mails that repeat it. The type asks for
 * every param that can hold words; which mails are looked for is said in `rewriteMailsAbout`.
 */
export const repeatedWords: { [T in MailTemplate]: RepeatedWords<MailParams[T]> } = {
  "confirm-follow": {},
  // put in when it is sent, from what everybody may read then
  "follow-news": { news: "city" },
  "confirm-address": {},
  receipt: { ...item, body: "item" },
  "inquiry-received": { ...item, body: "item" },
  published: item,
  returned: told,
  declined: told,
  hidden: told,
  restored: told,
  moved: told,
  merged: { ...told, into: { title: "beside" } },
  joined: item,
  separated: told,
  split: { ...item, partTitle: ["item", "part"], passage: ["item", "part"] },
  "became-inquiry": told,
  "became-idea": told,
  "appeal-received": item,
  "appeal-upheld": told,
  "appeal-overturned": told,
  "confirm-report-address": {},
  "report-closed": told,
  "report-kept": item,
  asked: { ...item, question: "city" },
  answered: { ...item, referral: "city", body: "city" },
  commented: { ...item, commentBody: "comment" },
  assigned: {
    ...{ title: "item", body: "item", expectedEffect: "item", area: "item" },
    ...{ displayName: "item", organizationName: "item" },
    ...{ themeTitle: "city", questionText: "city", partnership: "city", instruction: "city" },
  },
  replied: { ...item, question: "city", reply: "city" },
  reminded: item,
  overdue: item,
  "desk-digest": { items: { title: "beside" } },
  "weekly-digest": {},
  "mailbox-test": {},
  "delivery-test": {},
  "reply-not-taken": {},
  escalated: { ...item, note: "city", by: "city" },
  invitation: { name: "city" },
};
