import { getPublicFigures, type ShownFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { listThemes, type ThemeCard } from "./list-themes.server.ts";
import { cardColumns, excerpt, type OutcomeLabels, type ProposalCard, proposalCard } from "./proposal-cards.server.ts";

/** An answered proposal with the beginning of what the city said, and who said it. */
export type AnsweredCard = ProposalCard & {
  answer: { excerpt: string; desk: { section: string; name: string }; publishedAt: string };
};

export type HomePage = {
  featured: ThemeCard[];
  themes: ThemeCard[];
  newest: ProposalCard[];
  answered: AnsweredCard[];
  /** Null until they were first counted. */
  figures: ShownFigures | null;
  /** Business days the city promises for a citizen's idea, both from the day of receipt. */
  promise: { review: number; answer: number };
};

/** So few answers that the themes below them are still near the top on a phone. */
const shown = { newest: 4, answered: 2 } as const;

const deskColumns = { select: { name: true, section: { select: { name: true } } } } as const;

const answeredColumns = {
  ...cardColumns,
  answers: {
    where: { state: "PUBLISHED" },
    orderBy: { answerVersion: "desc" },
    take: 1,
    select: { body: true, publishedAt: true, desk: deskColumns },
  },
} as const satisfies Prisma.SubmissionSelect;

/** What the home page shows. The figures are read as they were last counted: nothing is counted while somebody waits. */
export async function getHomePage(viewer: Actor, locale: Locale): Promise<HomePage> {
  const where: Prisma.SubmissionWhereInput = { AND: [visibleSubmissions(viewer), publicSubmissions] };
  const [themes, newest, answered, outcomes, figures, settings] = await Promise.all([
    listThemes(viewer, locale),
    db().submission.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: shown.newest,
      select: cardColumns,
    }),
    db().submission.findMany({
      where: { AND: [where, { answeredAt: { not: null } }] },
      orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
      take: shown.answered,
      select: answeredColumns,
    }),
    listOutcomes(),
    getPublicFigures(),
    getSettings(referenceData()),
  ]);
  const labels = new Map(outcomes.map((outcome) => [outcome.key, outcome.label]));
  return {
    featured: themes.filter((theme) => theme.isFeatured),
    themes,
    newest: newest.map((row) => proposalCard(row, labels, locale)),
    answered: answered.flatMap((row) => answeredCard(row, labels, locale)),
    figures,
    promise: { review: settings.reviewDays.IDEA, answer: settings.answerDays.IDEA },
  };
}

/** None for a proposal whose answer is not published at this moment. */
function answeredCard(
  { answers: [answer], ...row }: Prisma.SubmissionGetPayload<{ select: typeof answeredColumns }>,
  labels: OutcomeLabels,
  locale: Locale,
): AnsweredCard[] {
  if (!answer?.publishedAt) return [];
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return [
    {
      ...proposalCard(row, labels, locale),
      answer: {
        excerpt: excerpt(answer.body),
        desk: { section: say(answer.desk.section.name), name: say(answer.desk.name) },
        publishedAt: answer.publishedAt.toISOString(),
      },
    },
  ];
}
