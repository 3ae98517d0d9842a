import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { listThemes, type ThemeCard } from "./list-themes.server.ts";
import { cardColumns, type ProposalCard, proposalCard } from "./proposal-cards.server.ts";

export type HomePage = {
  featured: ThemeCard[];
  themes: ThemeCard[];
  newest: ProposalCard[];
  answered: ProposalCard[];
  /** Published proposals, those with a published answer, and published comments on themes. */
  figures: { proposals: number; answered: number; waiting: number; comments: number };
};

const shown = 4;

/** What the home page shows. The figures are the themes' counters added up: nothing is counted while somebody waits. */
export async function getHomePage(viewer: Actor, locale: Locale): Promise<HomePage> {
  const where: Prisma.SubmissionWhereInput = { AND: [visibleSubmissions(viewer), publicSubmissions] };
  const [themes, newest, answered, outcomes] = await Promise.all([
    listThemes(viewer, locale),
    db().submission.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: shown,
      select: cardColumns,
    }),
    db().submission.findMany({
      where: { AND: [where, { answeredAt: { not: null } }] },
      orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
      take: shown,
      select: cardColumns,
    }),
    listOutcomes(),
  ]);
  const labels = new Map(outcomes.map((outcome) => [outcome.key, outcome.label]));
  const sum = (count: (theme: ThemeCard) => number) => themes.reduce((total, theme) => total + count(theme), 0);
  const proposals = sum((theme) => theme.proposalCount);
  const answeredCount = sum((theme) => theme.answeredCount);
  return {
    featured: themes.filter((theme) => theme.isFeatured),
    themes,
    newest: newest.map((row) => proposalCard(row, labels, locale)),
    answered: answered.map((row) => proposalCard(row, labels, locale)),
    figures: {
      proposals,
      answered: answeredCount,
      waiting: proposals - answeredCount,
      comments: sum((theme) => theme.commentCount),
    },
  };
}
