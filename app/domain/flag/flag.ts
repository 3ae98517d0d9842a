import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";
import type { PersonalDataKind } from "#app/domain/shared/personal-data.ts";

/** What a text can be flagged for, the gravest first. The names are those of the database. */
export const flagKinds = ["PHISHING", "PERSONAL_DATA", "WORD", "BURST", "REPEATED", "SAME_TEXT", "LINK"] as const;

export type FlagKind = (typeof flagKinds)[number];

/** What makes a link look like those of phishing. */
export const linkShapes = ["IP_ADDRESS", "USER_INFO", "LIKE_THE_CITY", "FOREIGN_LETTERS", "SHORTENED"] as const;

export type LinkShape = (typeof linkShapes)[number];

/** The public texts of an item by the names of their fields. */
export type FlaggedTexts = Readonly<Record<string, string | null | undefined>>;

/** Something to look at twice: where it stands (a whole field, or the item itself, has no place) and codes, never a person's words. */
export type Finding = {
  kind: FlagKind;
  field: string | null;
  /** Offsets in the field's text, in UTF-16 code units. */
  start: number | null;
  end: number | null;
  reason: LinkShape | PersonalDataKind | null;
  /** REPEATED, SAME_TEXT: how often the text came before; null: it came again afterwards. */
  count: number | null;
};

/** What should be looked at twice in an item, the gravest first, and how many items have the same text. */
export type ItemFlags = {
  findings: Finding[];
  /** Items with the same text, this one among them: how many, and what a heap is asked with for them. Null: no other has it. */
  same: { count: number; print: string } | null;
};

/** More findings of one item than this say no more. */
export const mostFlags = 50;

/** So much from one network within so many minutes is a burst. A class at school is one too: the flag says how much, a person what it means. */
export const burst = { size: 5, minutes: 10 } as const;

/** How long what came from one network can be recognised, in hours. */
export const senderHours = 24;

/** Shorter texts (「賛成です」) are the same by chance. In letters and digits. */
const shortestPrint = 20;

/**
 * What is compared to find the same text again: its letters and digits alone, given a text in the form of `forMatching`; null for a text
 * that is too short to tell.
 */
export function printOf(matched: string): string | null {
  const letters = matched.replace(/[^\p{L}\p{N}]/gu, "");
  return letters.length < shortestPrint ? null : letters;
}

/** Longest texts of the list of words, in characters as a reader counts them. */
export const flagWordLimits = { word: 40, note: 200 } as const;

/** Moderators and administrators keep the list of words to watch. */
export function mayEditFlagWords(actor: Actor): boolean {
  return isModerator(actor);
}

/** Those who look over the whole desk read it. */
export function mayReadFlagWords(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}
