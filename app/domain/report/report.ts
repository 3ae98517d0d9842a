import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

/** 通報: what became of a report. The names are those of the database. */
export const reportOutcomes = ["KEPT", "ACTED_ON", "GONE"] as const;

export type ReportOutcome = (typeof reportOutcomes)[number];

/** What a moderator can say of reports that they close; that a text is gone shows by itself. */
export const closingOutcomes = ["KEPT", "ACTED_ON"] as const;

export type ClosingOutcome = (typeof closingOutcomes)[number];

/** The choice for a reason that the city's list does not have. It needs words. */
export const otherReason = "OTHER";

/** Longest words of a reader, in characters as a reader counts them. */
export const reportLimits = { words: 1_000 } as const;

/** Most reports of one text that the desk shows, and closes, at a time. */
export const reportsShown = 100;

/** A reader's reason: the key of one of the city's, with the words they read; null: another, in words of their own. */
export type ReportReason = { code: string; label: LocalizedText } | null;
