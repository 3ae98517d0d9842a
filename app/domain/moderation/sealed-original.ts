import type { PublicFieldName } from "./redaction.ts";

/** What a sealed original is bound to: it opens in its own row only. */
export const originalContext = (id: string) => `original:${id}`;

/** The field of the form at which a problem with a choice is told. */
export const problemField = { choose: "hide", nothingToHide: "words", notInText: "words" } as const;

/** That something was hidden: when, by whom, in which field of which version. Not what. */
export type HiddenNote = { id: string; revision: number; field: PublicFieldName; by: string; at: string };

/** What one field read before something in it was hidden. */
export type OriginalText = HiddenNote & { text: string };
