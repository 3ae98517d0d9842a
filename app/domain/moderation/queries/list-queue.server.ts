import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { listOpenDesks } from "#app/domain/handling/queries/list-open-desks.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { liesWith } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countLimit, type Queue, type QueueFilter, type QueueRow, type QueueView, queueViews } from "../queue.ts";

/**
 * What there is to do for this member of staff, oldest first. Officers have no part in deciding what is published: their first heap is what
 * their desks are working on.
 */
export async function listQueue(
  viewer: StaffActor,
  filter: QueueFilter,
  { locale, now, ...request }: PageRequest & { locale: Locale; now: Date },
): Promise<Queue> {
  const view = viewOf(viewer, filter);
  const today = isoDate(now);
  const page = await queuePage(viewer, filter, { locale, now, ...request });
  const [counts, themes, desks] = await Promise.all([
    Promise.all(queueViews.map((name) => count(viewer, name, today))),
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, title: true } }),
    listOpenDesks(viewer, locale),
  ]);
  return {
    view,
    page,
    themes: themes.map(({ id, title }) => ({ value: id, label: pick(title as LocalizedText, locale) })),
    desks: desks
      .filter(({ id }) => !isStaff(viewer, "OFFICER") || viewer.deskIds.includes(id))
      .map(({ id, name, section }) => ({ value: id, label: `${section} ${name}` })),
    counts: Object.fromEntries(queueViews.map((name, index) => [name, counts[index] ?? 0])) as Record<
      QueueView,
      number
    >,
  };
}

/** The heap somebody asked for, or the first of theirs. */
function viewOf(viewer: StaffActor, filter: QueueFilter): QueueView {
  return filter.view ?? (isStaff(viewer, "OFFICER") ? "working" : "pending");
}

/** One page of the heap alone. */
export async function queuePage(
  viewer: StaffActor,
  filter: QueueFilter,
  { locale, now, ...request }: PageRequest & { locale: Locale; now: Date },
): Promise<Page<QueueRow>> {
  const today = isoDate(now);
  const submissionsAsked = submissionsOf(viewer, filter, today);
  const commentsAsked = commentsOf(viewer, filter, today);
  return keysetPage(
    request,
    {
      column: "receivedAt",
      direction: "asc",
      keyOf: (row: QueueRow) => row.receivedAt,
      parse: dateKey.parse,
    },
    async ({ where, orderBy, direction, take }) => {
      const slice = { orderBy, take } as const;
      const [submissions, comments] = await Promise.all([
        submissionsAsked ? submissionRows({ AND: [submissionsAsked, ...where] }, today, locale, slice) : [],
        commentsAsked ? commentRows({ AND: [commentsAsked, ...where] }, today, locale, slice) : [],
      ]);
      return [...submissions, ...comments].sort(byReceipt(direction)).slice(0, take);
    },
  );
}

/** How many the whole list has. For what is done seldom: a list with many rows takes its time. */
export async function countQueue(tx: Transaction, viewer: StaffActor, filter: QueueFilter, now: Date): Promise<number> {
  const today = isoDate(now);
  const submissions = submissionsOf(viewer, filter, today);
  const comments = commentsOf(viewer, filter, today);
  const count = submissions ? await tx.submission.count({ where: submissions }) : 0;
  return count + (comments ? await tx.comment.count({ where: comments }) : 0);
}

function byReceipt(direction: "asc" | "desc") {
  return (a: QueueRow, b: QueueRow) => {
    const order = a.receivedAt < b.receivedAt || (a.receivedAt === b.receivedAt && a.id < b.id) ? -1 : 1;
    return direction === "desc" ? -order : order;
  };
}

/** The heap as a condition on submissions. */
function submissionsIn(view: QueueView, today: IsoDate): Prisma.SubmissionWhereInput {
  switch (view) {
    case "pending":
      return { review: "PENDING" };
    case "assign":
      return { handling: "NEW", review: { in: ["PUBLISHED", "NOT_PUBLIC"] } };
    case "drafted":
      return { review: { not: "WITHDRAWN" }, answers: { some: { state: "DRAFT" } } };
    case "overdue":
      return {
        dueOn: { lt: dateColumn(today) },
        OR: [{ review: "PENDING" }, { review: { notIn: ["WITHDRAWN", "RETURNED"] }, handling: { not: "ANSWERED" } }],
      };
    case "inquiries":
      return { kind: "INQUIRY", handling: "NEW" };
    case "working":
      return { handling: { in: ["ASSIGNED", "DRAFTED"] }, review: { not: "WITHDRAWN" } };
    case "all":
      return {};
  }
}

/** The heap as a condition on comments; null where comments have no place. */
function commentsIn(view: QueueView, today: IsoDate): Prisma.CommentWhereInput | null {
  switch (view) {
    case "pending":
      return { review: "PENDING" };
    case "overdue":
      return { review: "PENDING", dueOn: { lt: dateColumn(today) } };
    case "all":
      return {};
    case "assign":
    case "drafted":
    case "inquiries":
    case "working":
      return null;
  }
}

/** Officers have no part in comments: not even those everybody reads belong into their queue. */
function deskComments(viewer: StaffActor): Prisma.CommentWhereInput | null {
  return isStaff(viewer, "OFFICER") ? null : visibleComments(viewer);
}

async function count(viewer: StaffActor, view: QueueView, today: IsoDate): Promise<number> {
  const comments = commentsIn(view, today);
  const mine = deskComments(viewer);
  const [submissions, others] = await Promise.all([
    db().submission.findMany({
      where: { AND: [deskSubmissions(viewer), submissionsIn(view, today)] },
      select: { id: true },
      take: countLimit,
    }),
    comments && mine
      ? db().comment.findMany({ where: { AND: [mine, comments] }, select: { id: true }, take: countLimit })
      : [],
  ]);
  return Math.min(countLimit, submissions.length + others.length);
}

type Slice = { orderBy: object[]; take: number };

/** The submissions of the list; null where it asks for comments alone. */
function submissionsOf(viewer: StaffActor, filter: QueueFilter, today: IsoDate): Prisma.SubmissionWhereInput | null {
  if (filter.kind === "COMMENT") return null;
  return {
    AND: [
      deskSubmissions(viewer),
      submissionsIn(viewOf(viewer, filter), today),
      filter.theme === null ? {} : { themeId: filter.theme },
      filter.kind === null ? {} : { kind: filter.kind },
      filter.review === null ? {} : { review: filter.review },
      filter.handling === null ? {} : { handling: filter.handling },
      filter.desk === null ? {} : liesWith([filter.desk]),
    ],
  };
}

/** The comments of the list; null where they have no place. */
function commentsOf(viewer: StaffActor, filter: QueueFilter, today: IsoDate): Prisma.CommentWhereInput | null {
  const heap = commentsIn(viewOf(viewer, filter), today);
  const mine = deskComments(viewer);
  const otherKind = filter.kind !== null && filter.kind !== "COMMENT";
  if (heap === null || mine === null || otherKind || filter.handling !== null || filter.desk !== null) return null;
  if (filter.review === "NOT_PUBLIC") return null;
  return {
    AND: [
      mine,
      heap,
      filter.theme === null ? {} : { themeId: filter.theme },
      filter.review === null ? {} : { review: filter.review },
    ],
  };
}

async function submissionRows(
  where: Prisma.SubmissionWhereInput,
  today: IsoDate,
  locale: Locale,
  slice: Slice,
): Promise<QueueRow[]> {
  const rows = await db().submission.findMany({
    where,
    ...slice,
    select: {
      id: true,
      number: true,
      kind: true,
      channel: true,
      title: true,
      review: true,
      handling: true,
      dueOn: true,
      waitsForAuthor: true,
      isSample: true,
      receivedAt: true,
      theme: { select: { title: true } },
      handlingDesk: { select: { name: true } },
      inquiryDesk: { select: { name: true } },
      answers: { where: { state: "DRAFT" }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ theme, handlingDesk, inquiryDesk, answers, dueOn, receivedAt, ...row }) => {
    const desk = handlingDesk ?? inquiryDesk;
    return {
      ...row,
      type: "submission",
      theme: theme && pick(theme.title as LocalizedText, locale),
      desk: desk && pick(desk.name as LocalizedText, locale),
      ...promise(dueOn, today),
      hasDraft: answers.length > 0,
      receivedAt: receivedAt.toISOString(),
    };
  });
}

async function commentRows(
  where: Prisma.CommentWhereInput,
  today: IsoDate,
  locale: Locale,
  slice: Slice,
): Promise<QueueRow[]> {
  const rows = await db().comment.findMany({
    where,
    ...slice,
    select: {
      id: true,
      number: true,
      body: true,
      review: true,
      dueOn: true,
      isSample: true,
      receivedAt: true,
      theme: { select: { title: true } },
    },
  });
  return rows.map(({ theme, body, dueOn, receivedAt, ...row }) => ({
    ...row,
    type: "comment",
    kind: "COMMENT",
    channel: "WEB",
    title: beginning(body),
    theme: pick(theme.title as LocalizedText, locale),
    handling: null,
    desk: null,
    ...promise(dueOn, today),
    waitsForAuthor: false,
    hasDraft: false,
    receivedAt: receivedAt.toISOString(),
  }));
}

function promise(dueOn: Date | null, today: IsoDate): { dueOn: IsoDate | null; late: boolean } {
  const day = dayOf(dueOn);
  return { dueOn: day, late: isLate(day, today) };
}

function beginning(body: string): string {
  const characters = [...body.replace(/\s+/g, " ").trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("");
}
