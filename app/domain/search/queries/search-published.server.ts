import { publicComments, visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { inOfficeOn } from "#app/domain/directory/desk-office.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { holdsAll, likeLiteral, mostResults, type SearchQuery } from "#app/domain/shared/search-query.ts";
import {
  mergedInPublic,
  publicSubmissions,
  visibleSubmissions,
} from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import type { ProposalKind } from "#app/domain/submission/submission.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type SnippetPart, snippet } from "../snippet.ts";

export type FoundProposal = {
  number: string;
  kind: ProposalKind;
  locale: Locale;
  title: SnippetPart[];
  body: SnippetPart[];
  author: string | null;
  theme: string;
  publishedAt: string;
};

export type FoundComment = {
  number: string;
  locale: Locale;
  body: SnippetPart[];
  author: string | null;
  publishedAt: string;
  /** Where it stands: on a proposal, or on a theme. */
  on: { proposal: { number: string; title: string }; theme?: undefined } | { theme: ThemeName; proposal?: undefined };
};

type ThemeName = { slug: string; numeral: string; title: string };

export type FoundTheme = ThemeName & { lead: SnippetPart[] };
export type FoundDesk = { slug: string; name: string; section: string; duty: SnippetPart[]; phone: string };

export type SearchResults = {
  themes: FoundTheme[];
  desks: FoundDesk[];
  proposals: FoundProposal[];
  comments: FoundComment[];
  /** True where there is more than is shown. */
  more: { proposals: boolean; comments: boolean };
};

/**
 * Everything published that holds all words of a search, newest first, at most `mostResults` of a kind. Starts from what the viewer may
 * see and is what everybody may see; the words are parameters, never SQL. A receipt number finds what has it, or where that is dealt with.
 */
export async function searchPublished(viewer: Actor, query: SearchQuery, locale: Locale): Promise<SearchResults> {
  const [proposals, comments, themes, desks] = await Promise.all([
    findProposals(viewer, query, locale),
    findComments(viewer, query, locale),
    findThemes(query, locale),
    findDesks(query, locale),
  ]);
  return {
    themes,
    desks,
    proposals: proposals.slice(0, mostResults),
    comments: comments.slice(0, mostResults),
    more: { proposals: proposals.length > mostResults, comments: comments.length > mostResults },
  };
}

/** The index narrows by pairs of letters; LIKE then compares the words themselves, also those of one letter. */
function holdsWords({ text, terms, bigrams }: SearchQuery) {
  const words = [
    ...(bigrams.length > 0 ? [{ searchTokens: { hasEvery: bigrams } }] : []),
    ...terms.map((term) => ({ searchText: { contains: likeLiteral(term) } })),
  ];
  const number = parseReceiptNumber(text);
  return number ? { OR: [{ number }, { AND: words }] } : { AND: words };
}

/** The number of what was merged finds where it is dealt with: looked up first, as the index of numbers does not help within the other condition. */
async function isAsked(query: SearchQuery): Promise<Prisma.SubmissionWhereInput> {
  const number = parseReceiptNumber(query.text);
  if (number === null) return holdsWords(query);
  const merged = await db().submission.findFirst({
    where: { number, ...mergedInPublic },
    select: { mergedIntoId: true },
  });
  return merged?.mergedIntoId ? { id: merged.mergedIntoId } : holdsWords(query);
}

const newestFirst = [{ publishedAt: "desc" }, { id: "desc" }] as const;
const themeColumns = { select: { slug: true, numeral: true, title: true } } as const;
const say = (text: Prisma.JsonValue, locale: Locale) => pick(text as LocalizedText, locale);

async function findProposals(viewer: Actor, query: SearchQuery, locale: Locale): Promise<FoundProposal[]> {
  const rows = await db().submission.findMany({
    where: { AND: [visibleSubmissions(viewer), publicSubmissions, await isAsked(query)] },
    orderBy: [...newestFirst],
    take: mostResults + 1,
    select: {
      number: true,
      kind: true,
      locale: true,
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
      publishedAt: true,
      theme: themeColumns,
    },
  });
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as ProposalKind,
    locale: row.locale,
    title: snippet(row.title, query.terms, true),
    body: bestSnippet([row.body, row.expectedEffect, row.area], query.terms),
    author: row.organizationName ?? row.displayName,
    theme: row.theme ? say(row.theme.title, locale) : "",
    publishedAt: row.publishedAt?.toISOString() ?? "",
  }));
}

/** Of the text where a word was found; of the first one if it was found elsewhere (in the title, in a name). */
function bestSnippet([first, ...others]: [string, ...(string | null)[]], terms: readonly string[]): SnippetPart[] {
  const usual = snippet(first, terms);
  const found = [usual, ...others.map((text) => snippet(text ?? "", terms))];
  return found.find((parts) => parts.some((part) => part.isMatch)) ?? usual;
}

async function findComments(viewer: Actor, query: SearchQuery, locale: Locale): Promise<FoundComment[]> {
  const rows = await db().comment.findMany({
    where: { AND: [visibleComments(viewer), publicComments, holdsWords(query)] },
    orderBy: [...newestFirst],
    take: mostResults + 1,
    select: {
      number: true,
      locale: true,
      body: true,
      displayName: true,
      publishedAt: true,
      submission: { select: { number: true, title: true } },
      theme: themeColumns,
    },
  });
  return rows.map((row) => ({
    number: row.number,
    locale: row.locale,
    body: snippet(row.body, query.terms),
    author: row.displayName,
    publishedAt: row.publishedAt?.toISOString() ?? "",
    on: row.submission
      ? { proposal: row.submission }
      : { theme: { ...row.theme, title: say(row.theme.title, locale) } },
  }));
}

/** Themes and desks are few and the city's own words: compared here, in the reader's language and in Japanese. */
async function findThemes({ terms }: SearchQuery, locale: Locale): Promise<FoundTheme[]> {
  const rows = await db().theme.findMany({
    orderBy: [{ plan: { position: "asc" } }, { position: "asc" }],
    select: {
      ...themeColumns.select,
      lead: true,
      body: true,
      questions: { where: { isOpen: true }, select: { text: true } },
    },
  });
  return rows
    .filter((row) =>
      readIn(locale).some((language) =>
        holdsAll(
          [row.title, row.lead, row.body, ...row.questions.map(({ text }) => text)].map((text) => say(text, language)),
          terms,
        ),
      ),
    )
    .map((row) => ({
      slug: row.slug,
      numeral: row.numeral,
      title: say(row.title, locale),
      lead: snippet(say(row.lead, locale), terms),
    }));
}

async function findDesks({ terms }: SearchQuery, locale: Locale): Promise<FoundDesk[]> {
  const rows = await db().desk.findMany({
    where: inOfficeOn(isoDate(now())),
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
    select: {
      slug: true,
      name: true,
      duty: true,
      phone: true,
      section: { select: { name: true, department: { select: { name: true } } } },
    },
  });
  return rows
    .filter((row) =>
      readIn(locale).some((language) =>
        holdsAll(
          [
            ...[row.section.department.name, row.section.name, row.name, row.duty].map((text) => say(text, language)),
            row.phone,
          ],
          terms,
        ),
      ),
    )
    .map((row) => ({
      slug: row.slug,
      name: say(row.name, locale),
      section: say(row.section.name, locale),
      duty: snippet(say(row.duty, locale), terms),
      phone: row.phone,
    }));
}

const readIn = (locale: Locale): Locale[] => (locale === "ja" ? ["ja"] : [locale, "ja"]);
