import { officeColumns } from "#app/domain/directory/desk-office.ts";
import { deskToTurnTo } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import {
  type ClosedNotice,
  closedNotice,
  daysToBegin,
  participationColumns,
  whyClosed,
} from "#app/domain/plan/participation.ts";
import { type ReadingTime, readingColumns, readingTimeOf } from "#app/domain/plan/theme-policy.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { cardColumns, type ProposalCard, proposalCard } from "./proposal-cards.server.ts";
import { listThemeComments, type ThreadPage, type ThreadRequest } from "./threads.server.ts";

export type ThemePage = {
  id: string;
  slug: string;
  numeral: string;
  title: string;
  lead: string;
  body: string;
  /** The name of its picture. */
  illustration: string;
  takesIdeas: boolean;
  takesPartnerships: boolean;
  takesComments: boolean;
  /** Why it takes no proposals; null when it takes some. */
  closed: ClosedNotice | null;
  /** Last day on which something can be sent, as long as it can. */
  until: string | null;
  readingTime: ReadingTime;
  questions: { id: string; text: string; isOpen: boolean }[];
  plan: { title: string; startsOn: string; endsOn: string | null };
  desk: { slug: string; name: string; section: string; phone: string; hours: string };
  proposalCount: number;
  answeredCount: number;
  commentCount: number;
  newest: ProposalCard[];
  discussed: ProposalCard[];
  comments: ThreadPage;
};

const deskColumns = {
  id: true,
  slug: true,
  name: true,
  phone: true,
  hours: true,
  ...officeColumns,
  section: { select: { name: true } },
} as const;

const shown = 4;
const discussedShown = 2;

/** Everything a theme's page shows. @throws NOT_FOUND for a slug no theme has. */
export async function getThemePage(
  viewer: Actor,
  slug: string,
  locale: Locale,
  comments: ThreadRequest,
): Promise<ThemePage> {
  const theme = await db().theme.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      numeral: true,
      title: true,
      lead: true,
      body: true,
      illustration: true,
      ...participationColumns,
      ...readingColumns,
      proposalCount: true,
      answeredCount: true,
      commentCount: true,
      questions: { orderBy: { position: "asc" }, select: { id: true, text: true, isOpen: true } },
      plan: { select: { title: true, startsOn: true, endsOn: true, participation: true } },
      desk: { select: deskColumns },
    },
  });
  if (!theme) throw notFound();
  const where: Prisma.SubmissionWhereInput = {
    AND: [visibleSubmissions(viewer), publicSubmissions, { themeId: theme.id }],
  };
  const [newest, discussed, outcomes, conversation] = await Promise.all([
    db().submission.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: shown,
      select: cardColumns,
    }),
    db().submission.findMany({
      where: { AND: [where, { commentCount: { gt: 0 } }] },
      orderBy: [{ commentCount: "desc" }, { id: "desc" }],
      // as many more as the newest can take away
      take: shown + discussedShown,
      select: cardColumns,
    }),
    listOutcomes(),
    listThemeComments(viewer, theme.id, locale, comments),
  ]);
  const desk = await deskToTurnTo(theme.desk, (id) => db().desk.findUnique({ where: { id }, select: deskColumns }), {
    client: referenceData(),
    day: isoDate(now()),
  });
  const days = daysToBegin(now());
  const closed = { ideas: whyClosed(theme, "ideas", days), partnerships: whyClosed(theme, "partnerships", days) };
  const takesComments = whyClosed(theme, "comments", days) === null;
  const takesProposals = closed.ideas === null || closed.partnerships === null;
  const isNewest = new Set(newest.map(({ id }) => id));
  const labels = new Map(outcomes.map((outcome) => [outcome.key, outcome.label]));
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return {
    id: theme.id,
    slug: theme.slug,
    numeral: theme.numeral,
    title: say(theme.title),
    lead: say(theme.lead),
    body: say(theme.body),
    illustration: theme.illustration,
    takesIdeas: closed.ideas === null,
    takesPartnerships: closed.partnerships === null,
    takesComments,
    closed: takesProposals ? null : closedNotice(closed.ideas, locale),
    until: takesProposals || takesComments ? dayOf(theme.closesOn) : null,
    readingTime: readingTimeOf(theme),
    questions: theme.questions.map((question) => ({ ...question, text: say(question.text) })),
    plan: {
      title: say(theme.plan.title),
      startsOn: dayOf(theme.plan.startsOn),
      endsOn: dayOf(theme.plan.endsOn),
    },
    desk: {
      slug: desk.slug,
      name: say(desk.name),
      section: say(desk.section.name),
      phone: desk.phone,
      hours: say(desk.hours),
    },
    proposalCount: theme.proposalCount,
    answeredCount: theme.answeredCount,
    commentCount: theme.commentCount,
    newest: newest.map((row) => proposalCard(row, labels, locale)),
    discussed: discussed
      .filter(({ id }) => !isNewest.has(id))
      .slice(0, discussedShown)
      .map((row) => proposalCard(row, labels, locale)),
    comments: conversation,
  };
}
