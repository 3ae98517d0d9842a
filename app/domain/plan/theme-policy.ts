/** When what arrives for a theme is read: before it is public, before if something in it should be looked at twice, or after. */
export const reviewModes = ["BEFORE", "FLAGGED_FIRST", "AFTER"] as const;

export type ReviewMode = (typeof reviewModes)[number];

/** Whether a field that a theme can do without is asked for. */
export const fieldNeeds = ["HIDDEN", "OPTIONAL", "REQUIRED"] as const;

export type FieldNeed = (typeof fieldNeeds)[number];

/** What a theme asks for in an idea beyond its title and body. */
export type AskedFields = { expectedEffect: FieldNeed; area: FieldNeed };

/** What a theme says of when it is read. */
export type ReadingPolicy = {
  reviewMode: ReviewMode;
  /** Whether what trusted participants confirm to have sent is public before it is read. */
  publishesTrusted: boolean;
};

/** The columns of a theme that the rules of reading look at. */
export const readingColumns = { reviewMode: true, publishesTrusted: true } as const;

/** When something is read, as pages and forms say it. */
export type ReadingTime = ReviewMode | "UNLESS_TRUSTED";

/**
 * When a theme is read, in one word. Trust counts only where everything is read before it is public: in the other modes nothing waits but what a
 * person has to read first, whoever sent it.
 */
export function readingTimeOf({ reviewMode, publishesTrusted }: ReadingPolicy): ReadingTime {
  return reviewMode === "BEFORE" && publishesTrusted ? "UNLESS_TRUSTED" : reviewMode;
}

/**
 * Whether something is public as soon as it arrives. Never what looks as if it held personal data or a link as those of phishing, whatever
 * the theme says: what everybody has read cannot be taken back.
 */
export function isPublishedAtOnce(mode: ReviewMode, found: { isFlagged: boolean; mustBeReadFirst: boolean }): boolean {
  if (found.mustBeReadFirst) return false;
  switch (mode) {
    case "BEFORE":
      return false;
    case "FLAGGED_FIRST":
      return !found.isFlagged;
    case "AFTER":
      return true;
  }
}

/** What was sent, as far as its author knows it too. */
export type SentItem = {
  kind: "IDEA" | "PARTNERSHIP" | "INQUIRY" | "COMMENT";
  /** Whether its author sent it through the site: nobody typed it in for them, and the office did not split it off. */
  isOwn: boolean;
  review: string;
  /** 1 until somebody changes it, its author or the office. */
  version: number;
  theme: ReadingPolicy | null;
};

/**
 * Whether the owner of the address given with it is asked, by mail, to confirm that they sent this very item. It looks at nothing that depends
 * on whose address it is, so that neither being asked nor the words of the question tell anybody who is trusted.
 */
export function isAskedToConfirm({ kind, isOwn, review, version, theme }: SentItem): boolean {
  return (
    theme !== null &&
    readingTimeOf(theme) === "UNLESS_TRUSTED" &&
    (kind === "IDEA" || kind === "COMMENT") &&
    isOwn &&
    review === "PENDING" &&
    version === 1
  );
}

/** What only the office knows of an item at the moment its author confirms it. */
export type ConfirmedFacts = {
  /** The office trusts the owner of this address, and mail still reaches them. */
  isTrusted: boolean;
  isFlagged: boolean;
  mustBeReadFirst: boolean;
  /** Somebody of the office has it open, has handed it on, or has decided about it and may still take that back. */
  isAtWork: boolean;
  /** What it stands under is public. */
  canBeSeen: boolean;
};

/**
 * Whether an item is public as soon as its author confirms that they sent it. Typing the address of somebody who is trusted proves nothing, so
 * this is asked of what was confirmed and of nothing else.
 */
export function isPublishedOnConfirmation(item: SentItem, facts: ConfirmedFacts): boolean {
  const { isTrusted, isFlagged, mustBeReadFirst, isAtWork, canBeSeen } = facts;
  return isAskedToConfirm(item) && isTrusted && canBeSeen && !isFlagged && !mustBeReadFirst && !isAtWork;
}
