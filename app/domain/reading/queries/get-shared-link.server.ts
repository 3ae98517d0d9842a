import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import type { ProposalKind } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";

/** What the picture beside a link to a theme says. */
export type SharedTheme = { numeral: string; title: string; lead: string; illustration: string };

/** What the picture beside a link to a proposal says. */
export type SharedProposal = {
  number: string;
  kind: ProposalKind;
  title: string;
  /** In the city's words, once an answer is published. */
  outcome: string | null;
  theme: Pick<SharedTheme, "numeral" | "title" | "illustration">;
};

/** @throws NOT_FOUND for a slug no theme has */
export async function getSharedTheme(_viewer: Actor, slug: string, locale: Locale): Promise<SharedTheme> {
  const theme = await db().theme.findUnique({
    where: { slug },
    select: { numeral: true, title: true, lead: true, illustration: true },
  });
  if (!theme) throw notFound();
  return {
    ...theme,
    title: pick(theme.title as LocalizedText, locale),
    lead: pick(theme.lead as LocalizedText, locale),
  };
}

/**
 * @param number a receipt number, also as somebody might type it
 * @throws NOT_FOUND alike for what does not exist, is not public yet, or is not public any more
 */
export async function getSharedProposal(viewer: Actor, number: string, locale: Locale): Promise<SharedProposal> {
  const asked = parseReceiptNumber(number);
  const row = asked
    ? await db().submission.findFirst({
        where: { AND: [visibleSubmissions(viewer), publicSubmissions, { number: asked }] },
        select: {
          number: true,
          kind: true,
          title: true,
          outcomeKey: true,
          publishedAt: true,
          theme: { select: { numeral: true, title: true, illustration: true } },
        },
      })
    : null;
  if (!row?.theme || !row.publishedAt) throw notFound();
  const outcomes = row.outcomeKey ? await listOutcomes() : [];
  const outcome = outcomes.find(({ key }) => key === row.outcomeKey);
  return {
    number: row.number,
    kind: row.kind as ProposalKind,
    title: row.title,
    outcome: outcome ? pick(outcome.label, locale) : null,
    theme: { ...row.theme, title: pick(row.theme.title as LocalizedText, locale) },
  };
}
