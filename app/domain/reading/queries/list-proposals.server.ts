import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { dateKey, type KeysetSort, keysetPage, numberKey } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page } from "#app/domain/shared/page.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type ProposalListQuery, type ProposalSort, proposalsPerPage } from "../proposal-list.ts";
import { type CardRow, cardColumns, type ProposalCard, proposalCard } from "./proposal-cards.server.ts";

const sorts: Record<ProposalSort, KeysetSort<CardRow>> = {
  newest: {
    column: "publishedAt",
    direction: "desc",
    keyOf: (row) => row.publishedAt?.toISOString() ?? "",
    ...dateKey,
  },
  answered: {
    column: "answeredAt",
    direction: "desc",
    keyOf: (row) => row.answeredAt?.toISOString() ?? "",
    ...dateKey,
  },
  discussed: { column: "commentCount", direction: "desc", keyOf: (row) => String(row.commentCount), ...numberKey },
};

export type ProposalList = Page<ProposalCard> & {
  themes: { slug: string; title: string }[];
  outcomes: { key: string; label: string }[];
};

/** One page of what is published, with what the filters offer. Sorted by "answered" it holds answered proposals only. */
export async function listProposals(viewer: Actor, query: ProposalListQuery, locale: Locale): Promise<ProposalList> {
  const [themes, outcomes] = await Promise.all([
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, slug: true, title: true } }),
    listOutcomes(),
  ]);
  const themeId = query.theme ? themes.find((theme) => theme.slug === query.theme)?.id : undefined;
  const filter: Prisma.SubmissionWhereInput = {
    ...(themeId && { themeId }),
    ...(query.kind && { kind: query.kind === "idea" ? "IDEA" : "PARTNERSHIP" }),
    ...(query.handling && { handling: query.handling }),
    ...(query.outcome && { outcomeKey: query.outcome }),
    ...(query.sort === "answered" && { answeredAt: { not: null } }),
  };
  const page = await keysetPage<CardRow>(
    { after: query.after, before: query.before, size: proposalsPerPage },
    sorts[query.sort],
    ({ where, orderBy, take }) =>
      db().submission.findMany({
        where: { AND: [visibleSubmissions(viewer), publicSubmissions, filter, ...where] },
        orderBy,
        take,
        select: cardColumns,
      }),
  );
  const labels = new Map(outcomes.map((outcome) => [outcome.key, outcome.label]));
  return {
    ...page,
    items: page.items.map((row) => proposalCard(row, labels, locale)),
    themes: themes.map((theme) => ({ slug: theme.slug, title: pick(theme.title as LocalizedText, locale) })),
    outcomes: outcomes.map((outcome) => ({ key: outcome.key, label: pick(outcome.label, locale) })),
  };
}

/** The same for one theme. @throws NOT_FOUND for a slug no theme has. */
export async function listThemeProposals(
  viewer: Actor,
  slug: string,
  query: ProposalListQuery,
  locale: Locale,
): Promise<ProposalList & { theme: { slug: string; title: string } }> {
  const list = await listProposals(viewer, { ...query, theme: slug }, locale);
  const theme = list.themes.find((candidate) => candidate.slug === slug);
  if (!theme) throw notFound();
  return { ...list, theme };
}
