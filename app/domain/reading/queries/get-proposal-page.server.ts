import { officeColumns } from "#app/domain/directory/desk-office.ts";
import { deskToTurnTo } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { daysToBegin, participationColumns, whyClosed } from "#app/domain/plan/participation.ts";
import { type ReadingTime, readingColumns, readingTimeOf } from "#app/domain/plan/theme-policy.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { isLate, isPaused } from "#app/domain/submission/due-date.ts";
import {
  mergedInPublic,
  publicSubmissions,
  visibleSubmissions,
} from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import type { Channel, HandlingState, ProposalKind } from "#app/domain/submission/submission.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { listProposalComments, type ThreadPage, type ThreadRequest } from "./threads.server.ts";

export type PublicAnswer = {
  version: number;
  body: string;
  desk: string;
  outcome: { key: string; label: string; meaning: string };
  /** Who is responsible, where the city is not. */
  referral: string | null;
  publishedAt: string;
};

export type PublicEvent = {
  id: string;
  event: TimelineEvent;
  at: string;
  desk: string | null;
  dueOn: IsoDate | null;
  /** The desk's words on why it needs more time; every other note is between the city and the author. */
  reason: string | null;
};

export type ProposalPage = {
  number: string;
  kind: ProposalKind;
  channel: Channel;
  locale: Locale;
  title: string;
  body: string;
  expectedEffect: string | null;
  area: string | null;
  author: string | null;
  organization: string | null;
  publishedAt: string;
  handling: HandlingState;
  isSample: boolean;
  commentCount: number;
  theme: {
    slug: string;
    numeral: string;
    title: string;
    illustration: string;
    takesComments: boolean;
    readingTime: ReadingTime;
  };
  question: string | null;
  /** Who has it now and until when; null once there is nothing left to wait for. */
  promise: {
    desk: { slug: string; name: string; section: string; phone: string } | null;
    dueOn: IsoDate | null;
    isLate: boolean;
    /** The days do not count while the desk waits for the author's reply. */
    isPaused: boolean;
    lateReason: string | null;
  } | null;
  timeline: PublicEvent[];
  /** Published versions, newest first. */
  answers: PublicAnswer[];
  comments: ThreadPage;
  /** Receipt numbers of proposals about the same that were public and are dealt with here. */
  merged: string[];
  /** Receipt numbers of the public proposals that it was a part of, or that were a part of it. */
  splitFrom: string[];
  splitInto: string[];
};

const deskName = { select: { name: true } } as const;

const deskColumns = { id: true, slug: true, name: true, phone: true, ...officeColumns, section: deskName } as const;

const pageColumns = {
  id: true,
  number: true,
  kind: true,
  channel: true,
  locale: true,
  title: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
  publishedAt: true,
  handling: true,
  dueOn: true,
  lateReason: true,
  waitsForAuthor: true,
  commentCount: true,
  isSample: true,
  splitFromId: true,
  theme: {
    select: {
      slug: true,
      numeral: true,
      title: true,
      illustration: true,
      ...readingColumns,
      ...participationColumns,
    },
  },
  question: { select: { text: true } },
  handlingDesk: { select: deskColumns },
  timeline: {
    where: { audience: "PUBLIC" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, event: true, at: true, dueOn: true, note: true, desk: deskName },
  },
  // a superseded version was public once if it has a date; a superseded draft never was
  answers: {
    where: { state: { in: ["PUBLISHED", "SUPERSEDED"] }, publishedAt: { not: null } },
    orderBy: { answerVersion: "desc" },
    select: {
      answerVersion: true,
      body: true,
      referral: true,
      publishedAt: true,
      desk: deskName,
      outcome: { select: { key: true, label: true, meaning: true } },
    },
  },
} as const satisfies Prisma.SubmissionSelect;

type PageRow = Prisma.SubmissionGetPayload<{ select: typeof pageColumns }>;

/**
 * One published proposal as everybody reads it, staff too: what only the city sees is on the desk.
 *
 * @param number a receipt number, also as somebody might type it
 * @throws NOT_FOUND alike for what does not exist, is not public yet, or is not public any more
 */
export async function getProposalPage(
  viewer: Actor,
  { number, now, comments }: { number: string; now: Date; comments: ThreadRequest },
  locale: Locale,
): Promise<ProposalPage> {
  const asked = parseReceiptNumber(number);
  const row = asked
    ? await db().submission.findFirst({
        where: { AND: [visibleSubmissions(viewer), publicSubmissions, { number: asked }] },
        select: pageColumns,
      })
    : null;
  if (!row?.theme || !row.publishedAt) throw notFound();
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  const { slug, numeral, title, illustration, reviewMode, publishesTrusted, ...participation } = row.theme;
  const takesComments = whyClosed(participation, "comments", daysToBegin(now)) === null;
  const [conversation, related] = await Promise.all([
    listProposalComments(viewer, row.id, locale, comments),
    relatedTo(row),
  ]);
  return {
    number: row.number,
    kind: row.kind as ProposalKind,
    channel: row.channel,
    locale: row.locale,
    title: row.title,
    body: row.body,
    expectedEffect: row.expectedEffect,
    area: row.area,
    author: row.displayName,
    organization: row.organizationName,
    publishedAt: row.publishedAt.toISOString(),
    handling: row.handling,
    isSample: row.isSample,
    commentCount: row.commentCount,
    theme: {
      slug,
      numeral,
      title: say(title),
      illustration,
      takesComments,
      readingTime: readingTimeOf({ reviewMode, publishesTrusted }),
    },
    question: row.question && say(row.question.text),
    promise: row.handling === "ANSWERED" ? null : await promiseOf(row, now, say),
    timeline: row.timeline.map((entry) => ({
      id: entry.id,
      event: entry.event,
      at: entry.at.toISOString(),
      desk: entry.desk && say(entry.desk.name),
      dueOn: entry.event === "RECEIVED" ? null : dayOf(entry.dueOn),
      reason: entry.event === "EXTENDED" ? entry.note : null,
    })),
    answers: row.answers.map((answer) => ({
      version: answer.answerVersion,
      body: answer.body,
      desk: say(answer.desk.name),
      outcome: {
        key: answer.outcome.key,
        label: say(answer.outcome.label),
        meaning: say(answer.outcome.meaning),
      },
      referral: answer.referral,
      publishedAt: answer.publishedAt?.toISOString() ?? "",
    })),
    comments: conversation,
    ...related,
  };
}

/** More would not be read: who has the number of one of them is led here by it. */
const mostRelated = 50;

type Related = Pick<ProposalPage, "merged" | "splitFrom" | "splitInto">;

/** What else there is to say that it has to do with, by number; one query, as most proposals have nothing. */
async function relatedTo({ id, splitFromId }: { id: string; splitFromId: string | null }): Promise<Related> {
  const rows = await db().submission.findMany({
    where: {
      OR: [
        { mergedIntoId: id, ...mergedInPublic },
        { splitFromId: id, ...publicSubmissions },
        ...(splitFromId === null ? [] : [{ id: splitFromId, ...publicSubmissions }]),
      ],
    },
    orderBy: [{ receivedAt: "asc" }, { number: "asc" }],
    take: mostRelated,
    select: { id: true, number: true, mergedIntoId: true, splitFromId: true },
  });
  const numbers = (wanted: (row: (typeof rows)[number]) => boolean) => rows.filter(wanted).map(({ number }) => number);
  return {
    merged: numbers((row) => row.mergedIntoId === id),
    splitFrom: numbers((row) => row.id === splitFromId),
    splitInto: numbers((row) => row.splitFromId === id && row.mergedIntoId === null),
  };
}

/** Names the desk that has it; where that one is no longer in office, the one that can be asked instead. */
async function promiseOf(
  row: PageRow,
  now: Date,
  say: (text: Prisma.JsonValue) => string,
): Promise<ProposalPage["promise"]> {
  const desk =
    row.handlingDesk &&
    (await deskToTurnTo(row.handlingDesk, (id) => db().desk.findUnique({ where: { id }, select: deskColumns }), {
      client: referenceData(),
      day: isoDate(now),
    }));
  const dueOn = dayOf(row.dueOn);
  return {
    desk: desk && { slug: desk.slug, name: say(desk.name), section: say(desk.section.name), phone: desk.phone },
    dueOn,
    isLate: isLate(dueOn, isoDate(now)),
    isPaused: isPaused(row),
    lateReason: row.lateReason,
  };
}
