import { addDays } from "date-fns/addDays";
import { z } from "zod";
import { isoDate, startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { readSearch } from "#app/domain/shared/search-query.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { type HandlingState, handlingStates, type SubmissionKind } from "#app/domain/submission/submission.ts";

/** How soon news are mailed, the fastest first. */
export const followPaces = ["AT_ONCE", "DAILY", "WEEKLY"] as const;
export type FollowPace = (typeof followPaces)[number];

/** Paces whose news wait and come together. */
export type DigestPace = Exclude<FollowPace, "AT_ONCE">;

/** Most things one address can follow: more would be a copy of the site, which the open data are for. */
export const mostFollows = 100;

/** Most news in one digest; the rest is counted, and stands on the site. */
export const mostNewsInDigest = 40;

/** What a follow is of, as a page or a mail names it. */
export type FollowedThing =
  | { type: "proposal"; number: string; title: string | null }
  | { type: "theme"; slug: string; title: LocalizedText }
  | { type: "search"; search: string };

/** The hour at which digests are made, in Tokyo: read with the breakfast paper. */
const digestHour = 7;

/**
 * The last moment at which digests of this pace were due: today's or yesterday's hour in Tokyo, or that of the last Monday. What was noted
 * before it and not mailed yet belongs into a digest now, so a digest that a stopped server missed is made when it is back.
 */
export function digestDue(pace: DigestPace, now: Date): Date {
  const hourOf = (date: Date) => new Date(startOfDayTokyo(isoDate(date)).getTime() + digestHour * 3_600_000);
  const today = hourOf(now);
  const last = today <= now ? today : hourOf(addDays(now, -1));
  if (pace === "DAILY") return last;
  // in Tokyo seven o'clock is still the day before in UTC
  const daysSinceMonday = (new Date(last.getTime() + 9 * 3_600_000).getUTCDay() + 6) % 7;
  return addDays(last, -daysSinceMonday);
}

/**
 * What a search asks for: the words of `/search`, or the filters of `/proposals`. Anything else in an address is left out, and so is a value
 * that is none: an old link still follows what it can.
 */
const searchSchema = z.object({
  q: z
    .string()
    .transform((typed) => readSearch(typed)?.text)
    .optional()
    .catch(undefined),
  kind: z.enum(["idea", "partnership"]).optional().catch(undefined),
  theme: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  handling: z.string().toUpperCase().pipe(z.enum(handlingStates)).optional().catch(undefined),
  outcome: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
});

export type SearchFollowed = z.output<typeof searchSchema>;

/** Reads the parameters of an address, or a stored search. */
export function readFollowedSearch(parameters: URLSearchParams | string): SearchFollowed {
  return searchSchema.parse(Object.fromEntries(new URLSearchParams(parameters)));
}

/** A search as it is stored: the same for everybody who asks for the same, whatever the order. "" is everything. */
export function followedSearch({ q, kind, theme, handling, outcome }: SearchFollowed): string {
  const given = Object.entries({ q, kind, theme, handling, outcome }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}

/** What is published, as far as a search asks about it. */
export type SearchedNews = {
  type: "proposal" | "comment";
  number: string;
  searchText: string;
  /** Of the proposal; a comment is found by its words alone. */
  kind?: SubmissionKind;
  themeSlug?: string | null;
  handling?: HandlingState;
  outcomeKey?: string | null;
};

/**
 * Whether a stored search finds this, by the rules of the pages it was made on: every word must occur, a receipt number finds what has it.
 * The list of proposals has no comments, so a search without words finds none.
 */
export function findsNews(stored: string, news: SearchedNews): boolean {
  const { q, kind, theme, handling, outcome } = readFollowedSearch(stored);
  const filters = [
    kind === undefined || news.kind === (kind === "idea" ? "IDEA" : "PARTNERSHIP"),
    theme === undefined || news.themeSlug === theme,
    handling === undefined || news.handling === handling,
    outcome === undefined || news.outcomeKey === outcome,
  ];
  if (!filters.every(Boolean)) return false;
  if (q === undefined) return news.type === "proposal";
  if (parseReceiptNumber(q) === news.number) return true;
  return readSearch(q)?.terms.every((term) => news.searchText.includes(term)) ?? false;
}
