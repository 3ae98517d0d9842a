import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { bigKey, keysetPage } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { liesWith } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { firstView, type QueueFilter, type QueueRow, type QueueView } from "../queue.ts";
import { placeBefore } from "../queue-place.ts";

/** One page of a heap: what is due first, of that what came first; what has no day last. Submissions and comments are one list. */
export async function queueItems(
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
      column: "queuePlace",
      direction: "asc",
      keyOf: (row: QueueRow) => row.place,
      ...bigKey,
    },
    async ({ where, orderBy, direction, take }) => {
      const slice = { orderBy, take } as const;
      const [submissions, comments] = await Promise.all([
        submissionsAsked ? submissionRows({ AND: [submissionsAsked, ...where] }, today, locale, slice) : [],
        commentsAsked ? commentRows({ AND: [commentsAsked, ...where] }, today, locale, slice) : [],
      ]);
      return [...submissions, ...comments].sort(byPlace(direction)).slice(0, take);
    },
  );
}

/** The heap somebody asked for, or the first of theirs. */
export function viewOf(viewer: StaffActor, filter: QueueFilter): QueueView {
  return filter.view ?? firstView(viewer);
}

/** How many the whole list has. For what is done seldom: a list with many rows takes its time. */
export async function countQueue(tx: Transaction, viewer: StaffActor, filter: QueueFilter, now: Date): Promise<number> {
  const today = isoDate(now);
  const submissions = submissionsOf(viewer, filter, today);
  const comments = commentsOf(viewer, filter, today);
  const count = submissions ? await tx.submission.count({ where: submissions }) : 0;
  return count + (comments ? await tx.comment.count({ where: comments }) : 0);
}

function byPlace(direction: "asc" | "desc") {
  return (a: QueueRow, b: QueueRow) => {
    const [one, other] = [BigInt(a.place), BigInt(b.place)];
    const order = one < other || (one === other && a.id < b.id) ? -1 : 1;
    return direction === "desc" ? -order : order;
  };
}

/** The heap as a condition on submissions. */
export function submissionsIn(view: QueueView, today: IsoDate): Prisma.SubmissionWhereInput {
  switch (view) {
    case "pending":
      return { review: "PENDING" };
    case "appeals":
      return { appealDueOn: { not: null } };
    case "assign":
      return { handling: "NEW", review: { in: ["PUBLISHED", "NOT_PUBLIC"] } };
    case "drafted":
      return { review: { not: "WITHDRAWN" }, answers: { some: { state: "DRAFT" } } };
    case "overdue":
      return {
        queuePlace: { lt: placeBefore(today) },
        OR: [
          { review: "PENDING" },
          { review: { notIn: ["WITHDRAWN", "RETURNED"] }, handling: { not: "ANSWERED" } },
          { appealDueOn: { lt: dateColumn(today) } },
        ],
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
export function commentsIn(view: QueueView, today: IsoDate): Prisma.CommentWhereInput | null {
  switch (view) {
    case "pending":
      return { review: "PENDING" };
    case "appeals":
      return { appealDueOn: { not: null } };
    case "overdue":
      return {
        queuePlace: { lt: placeBefore(today) },
        OR: [{ review: "PENDING" }, { appealDueOn: { lt: dateColumn(today) } }],
      };
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
export function deskComments(viewer: StaffActor): Prisma.CommentWhereInput | null {
  return isStaff(viewer, "OFFICER") ? null : visibleComments(viewer);
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
      queuePlace: true,
      number: true,
      kind: true,
      channel: true,
      title: true,
      review: true,
      handling: true,
      dueOn: true,
      appealDueOn: true,
      waitsForAuthor: true,
      isSample: true,
      receivedAt: true,
      theme: { select: { title: true } },
      handlingDesk: { select: { name: true } },
      inquiryDesk: { select: { name: true } },
      answers: { where: { state: "DRAFT" }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(
    ({ theme, handlingDesk, inquiryDesk, answers, dueOn, appealDueOn, receivedAt, queuePlace, ...row }) => {
      const desk = handlingDesk ?? inquiryDesk;
      return {
        ...row,
        place: String(queuePlace),
        type: "submission",
        theme: theme && pick(theme.title as LocalizedText, locale),
        desk: desk && pick(desk.name as LocalizedText, locale),
        ...promise([dueOn, appealDueOn], today),
        hasDraft: answers.length > 0,
        receivedAt: receivedAt.toISOString(),
      };
    },
  );
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
      queuePlace: true,
      number: true,
      body: true,
      review: true,
      dueOn: true,
      appealDueOn: true,
      isSample: true,
      receivedAt: true,
      theme: { select: { title: true } },
    },
  });
  return rows.map(({ theme, body, dueOn, appealDueOn, receivedAt, queuePlace, ...row }) => ({
    ...row,
    place: String(queuePlace),
    type: "comment",
    kind: "COMMENT",
    channel: "WEB",
    title: beginning(body),
    theme: pick(theme.title as LocalizedText, locale),
    handling: null,
    desk: null,
    ...promise([dueOn, appealDueOn], today),
    waitsForAuthor: false,
    hasDraft: false,
    receivedAt: receivedAt.toISOString(),
  }));
}

/** The first of the days on which something is due, as `queuePlace` has it. */
function promise(days: (Date | null)[], today: IsoDate): { dueOn: IsoDate | null; late: boolean } {
  const [first = null] = days
    .map(dayOf)
    .filter((day) => day !== null)
    .sort();
  return { dueOn: first, late: isLate(first, today) };
}

function beginning(body: string): string {
  const characters = [...body.replace(/\s+/g, " ").trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("");
}
