import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import type { HandlingState, ProposalKind } from "#app/domain/submission/submission.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";

/** A proposal as lists show it. */
export type ProposalCard = {
  number: string;
  kind: ProposalKind;
  title: string;
  /** Language of the page it was written on. */
  locale: Locale;
  excerpt: string;
  author: string | null;
  theme: { slug: string; numeral: string; title: string };
  publishedAt: string;
  handling: HandlingState;
  outcome: { key: string; label: string } | null;
  commentCount: number;
  isSample: boolean;
};

export const cardColumns = {
  id: true,
  number: true,
  kind: true,
  locale: true,
  title: true,
  body: true,
  displayName: true,
  organizationName: true,
  publishedAt: true,
  answeredAt: true,
  handling: true,
  outcomeKey: true,
  commentCount: true,
  isSample: true,
  theme: { select: { slug: true, numeral: true, title: true } },
} as const satisfies Prisma.SubmissionSelect;

export type CardRow = Prisma.SubmissionGetPayload<{ select: typeof cardColumns }>;

export type OutcomeLabels = Map<string, LocalizedText>;

/** First lines of a text for a list; people's words are cut between characters, never inside one. */
const excerptLength = 90;
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** The beginning of a text on one line, at most `excerptLength` characters as a reader counts them. */
export function excerpt(text: string): string {
  let cut = "";
  let count = 0;
  let space = "";
  // read character by character, so that a long text costs no more than a short one
  for (const { segment } of graphemes.segment(text)) {
    if (/^\s+$/.test(segment)) {
      space = cut === "" ? "" : " ";
      continue;
    }
    if (count === excerptLength) return `${cut}…`;
    cut += space + segment;
    space = "";
    count += 1;
  }
  return cut;
}

/** A row as its card. @throws Error for a row without theme or date of publication: it is not published, and must not be shown */
export function proposalCard(row: CardRow, outcomes: OutcomeLabels, locale: Locale): ProposalCard {
  if (!row.theme || !row.publishedAt) throw new Error(`${row.number} is published without a theme or a date`);
  const outcome = row.outcomeKey ? outcomes.get(row.outcomeKey) : undefined;
  return {
    number: row.number,
    kind: row.kind as ProposalKind,
    title: row.title,
    locale: row.locale,
    excerpt: excerpt(row.body),
    author: row.organizationName ?? row.displayName,
    theme: { slug: row.theme.slug, numeral: row.theme.numeral, title: pick(row.theme.title as LocalizedText, locale) },
    publishedAt: row.publishedAt.toISOString(),
    handling: row.handling,
    outcome: row.outcomeKey && outcome ? { key: row.outcomeKey, label: pick(outcome, locale) } : null,
    commentCount: row.commentCount,
    isSample: row.isSample,
  };
}
