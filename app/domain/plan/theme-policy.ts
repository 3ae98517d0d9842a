/** When what arrives for a theme is read: before it is public, before if something in it should be looked at twice, or after. */
export const reviewModes = ["BEFORE", "FLAGGED_FIRST", "AFTER"] as const;

export type ReviewMode = (typeof reviewModes)[number];

/** Whether a field that a theme can do without is asked for. */
export const fieldNeeds = ["HIDDEN", "OPTIONAL", "REQUIRED"] as const;

export type FieldNeed = (typeof fieldNeeds)[number];

/** What a theme asks for in an idea beyond its title and body. */
export type AskedFields = { expectedEffect: FieldNeed; area: FieldNeed };

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
