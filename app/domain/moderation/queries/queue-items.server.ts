import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { type Actor, isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { claimsRunOutBefore } from "#app/domain/shared/claim-time.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { bigKey, keysetPage } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { liesWith, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { claimAsSeenBy } from "../claim.ts";
import { idsByType } from "../load-reviewed.server.ts";
import { countLimit, firstView, type QueueFilter, type QueueRow, type QueueView } from "../queue.ts";
import { commentsIn, type HeapFacts, heapFacts, submissionsIn } from "./heaps.server.ts";
import { type Copies, findCopies } from "./queue-copies.server.ts";
import { type Found, findWords } from "./queue-search.server.ts";

/** One page of a heap: what is due first, of that what came first; what has no day last. Submissions and comments are one list. */
export async function queueItems(
  viewer: StaffActor,
  filter: QueueFilter,
  { locale, now, ...request }: PageRequest & { locale: Locale; now: Date },
): Promise<Page<QueueRow>> {
  const show = { viewer, locale, now };
  if (filter.q !== null) return foundItems(await queuePlaces(viewer, filter, { now, ...request }), show);
  return heapPage(
    viewer,
    filter,
    { now, ...request },
    {
      submissions: (where, slice) => submissionRows(where, slice, show),
      comments: (where, slice) => commentRows(where, slice, show),
    },
  );
}

/**
 * The rows of a page of a search. Asked for all they show at once, the database takes every item that holds the words, however many, and sorts
 * them; asked for their places alone, it walks the heap in its index and stops when the page is full.
 */
async function foundItems(page: Page<Placed>, show: Show): Promise<Page<QueueRow>> {
  const { submission, comment } = idsByType(page.items);
  const [submissions, comments] = await Promise.all([
    submission.length > 0 ? submissionRows({ id: { in: submission } }, {}, show) : [],
    comment.length > 0 ? commentRows({ id: { in: comment } }, {}, show) : [],
  ]);
  return { ...page, items: [...submissions, ...comments].sort(byPlace("asc")) };
}

/** Where an item stands in every heap, and what it goes by. */
type Placed = Pick<QueueRow, "id" | "number" | "place" | "type">;

/** As {@link queueItems}, only where they stand: what the index of a heap says by itself. */
export async function queuePlaces(
  viewer: StaffActor,
  filter: QueueFilter,
  request: PageRequest & { now: Date },
): Promise<Page<Placed>> {
  const select = { id: true, number: true, queuePlace: true } as const;
  const placed =
    (type: Placed["type"]) =>
    ({ queuePlace, ...item }: { id: string; number: string; queuePlace: bigint }) => ({
      ...item,
      type,
      place: String(queuePlace),
    });
  return heapPage(viewer, filter, request, {
    submissions: async (where, slice) =>
      (await db().submission.findMany({ where, ...slice, select })).map(placed("submission")),
    comments: async (where, slice) => (await db().comment.findMany({ where, ...slice, select })).map(placed("comment")),
  });
}

type Slice = { orderBy?: object[]; take?: number };

async function heapPage<Item extends Placed>(
  viewer: StaffActor,
  filter: QueueFilter,
  { now, ...request }: PageRequest & { now: Date },
  read: {
    submissions: (where: Prisma.SubmissionWhereInput, slice: Slice) => Promise<Item[]>;
    comments: (where: Prisma.CommentWhereInput, slice: Slice) => Promise<Item[]>;
  },
): Promise<Page<Item>> {
  const facts = await listFacts(viewer, filter, now);
  const submissionsAsked = submissionsOf(viewer, filter, facts);
  const commentsAsked = commentsOf(viewer, filter, facts);
  const order = { column: "queuePlace", direction: "asc", keyOf: (item: Item) => item.place, ...bigKey } as const;
  return keysetPage(request, order, async ({ where, orderBy, direction, take }) => {
    const slice = { orderBy, take };
    const [submissions, comments] = await Promise.all([
      submissionsAsked ? read.submissions({ AND: [submissionsAsked, ...where] }, slice) : [],
      commentsAsked ? read.comments({ AND: [commentsAsked, ...where] }, slice) : [],
    ]);
    return [...submissions, ...comments].sort(byPlace(direction)).slice(0, take);
  });
}

/** The heap somebody asked for, or the first of theirs. */
export function viewOf(viewer: StaffActor, filter: QueueFilter): QueueView {
  return filter.view ?? firstView(viewer);
}

/** How many the whole list has, or how many of it a reader may see. For what is done seldom: a list with many rows takes its time. */
export async function countQueue(
  tx: Transaction,
  viewer: StaffActor,
  filter: QueueFilter,
  { now, reader }: { now: Date; reader: Actor },
): Promise<number> {
  const facts = await listFacts(viewer, filter, now);
  const submissions = submissionsOf(viewer, filter, facts);
  const comments = commentsOf(viewer, filter, facts);
  const count = submissions
    ? await tx.submission.count({ where: { AND: [submissions, visibleSubmissions(reader)] } })
    : 0;
  return count + (comments ? await tx.comment.count({ where: { AND: [comments, visibleComments(reader)] } }) : 0);
}

function byPlace(direction: "asc" | "desc") {
  return (a: Placed, b: Placed) => {
    const [one, other] = [BigInt(a.place), BigInt(b.place)];
    const order = one < other || (one === other && a.id < b.id) ? -1 : 1;
    return direction === "desc" ? -order : order;
  };
}

/** What a list is made by: a heap, and what was searched in it. */
type ListFacts = HeapFacts & { found: Found; copies: Copies };

async function listFacts(viewer: StaffActor, filter: QueueFilter, now: Date): Promise<ListFacts> {
  const [facts, found, copies] = await Promise.all([
    heapFacts(viewer, [viewOf(viewer, filter)], now),
    findWords(viewer, filter.q),
    findCopies(filter.same),
  ]);
  return { ...facts, found, copies };
}

/** Officers have no part in comments: not even those everybody reads belong into their queue. */
function deskComments(viewer: StaffActor): Prisma.CommentWhereInput | null {
  return isStaff(viewer, "OFFICER") ? null : visibleComments(viewer);
}

/** What the filter asks of submissions and comments alike. */
function common({ theme, review, flagged }: QueueFilter) {
  return [
    theme === null ? {} : { themeId: theme },
    review === null ? {} : { review },
    flagged ? { isFlagged: true } : {},
  ];
}

/** The submissions of the list; null where it asks for comments alone. */
function submissionsOf(viewer: StaffActor, filter: QueueFilter, facts: ListFacts): Prisma.SubmissionWhereInput | null {
  if (filter.kind === "COMMENT") return null;
  return {
    AND: [
      deskSubmissions(viewer),
      submissionsIn(viewer, viewOf(viewer, filter), facts).where,
      ...common(filter),
      facts.found.submissions,
      filter.kind === null ? {} : { kind: filter.kind },
      filter.handling === null ? {} : { handling: filter.handling },
      filter.desk === null ? {} : liesWith([filter.desk]),
      facts.copies.submissions,
    ],
  };
}

/** The comments of the list; null where they have no place. */
function commentsOf(viewer: StaffActor, filter: QueueFilter, facts: ListFacts): Prisma.CommentWhereInput | null {
  const heap = commentsIn(viewer, viewOf(viewer, filter), facts);
  const mine = deskComments(viewer);
  const otherKind = filter.kind !== null && filter.kind !== "COMMENT";
  if (heap === null || mine === null || otherKind || filter.handling !== null || filter.desk !== null) return null;
  if (filter.review === "NOT_PUBLIC" || filter.review === "MERGED") return null;
  return { AND: [mine, heap.where, ...common(filter), facts.found.comments, facts.copies.comments] };
}

type Show = { viewer: StaffActor; locale: Locale; now: Date };

/** Who has an item open now; as a relation, read with the rows of a page. */
const claimColumns = { select: { byId: true, byLabel: true, since: true, takenFromId: true, lookedAt: true } } as const;

/** Of each item of a page the reports that wait, read with it as claims are. */
const openReports = { where: { closedAt: null, isRepeat: false }, select: { id: true }, take: countLimit } as const;

/** Reports are the moderators' business: officers are not told of them. */
function reportsIn(rows: readonly unknown[], { viewer }: Show): number {
  return isStaff(viewer, "OFFICER") ? 0 : rows.length;
}

function claimIn(
  row: (Parameters<typeof claimAsSeenBy>[1] & { lookedAt: Date }) | null,
  { viewer, now }: Show,
): QueueRow["claim"] {
  const isLive = row !== null && row.lookedAt > claimsRunOutBefore(now);
  return isLive && !isStaff(viewer, "OFFICER") ? claimAsSeenBy(viewer, row) : null;
}

/** Names of themes and desks as the list shows them, by id. */
async function namesOf({ locale }: Show): Promise<(id: string | null) => string | null> {
  const [themes, desks] = await Promise.all([
    referenceData().theme.findMany({ select: { id: true, title: true } }),
    referenceData().desk.findMany({ select: { id: true, name: true } }),
  ]);
  const names = new Map([
    ...themes.map(({ id, title }) => [id, title] as const),
    ...desks.map(({ id, name }) => [id, name] as const),
  ]);
  return (id) => {
    const name = id === null ? undefined : names.get(id);
    return name === undefined ? null : pick(name as LocalizedText, locale);
  };
}

/**
 * Relations are read for the rows of the page alone, after the heap was cut off. Together with them the database would rather walk through all
 * rows in order than look up the few of a heap (docs/decisions/0044).
 */
const cutFirst = { relationLoadStrategy: "query" } as const;

async function submissionRows(where: Prisma.SubmissionWhereInput, slice: Slice, show: Show): Promise<QueueRow[]> {
  const today = isoDate(show.now);
  const asked = db().submission.findMany({
    ...cutFirst,
    where,
    ...slice,
    select: {
      id: true,
      queuePlace: true,
      version: true,
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
      isFlagged: true,
      awaitsLook: true,
      receivedAt: true,
      themeId: true,
      handlingDeskId: true,
      inquiryDeskId: true,
      claim: claimColumns,
      answers: { where: { state: "DRAFT" }, select: { id: true }, take: 1 },
      escalations: { where: { endedAt: null }, select: { id: true }, take: 1 },
      reports: openReports,
    },
  });
  const [rows, nameOf] = await Promise.all([asked, namesOf(show)]);
  return rows.map(({ themeId, handlingDeskId, inquiryDeskId, answers, escalations, reports, claim, ...row }) => {
    const { dueOn, appealDueOn, receivedAt, queuePlace, ...columns } = row;
    return {
      ...columns,
      place: String(queuePlace),
      type: "submission",
      theme: nameOf(themeId),
      desk: nameOf(handlingDeskId ?? inquiryDeskId),
      ...promise([dueOn, appealDueOn], today),
      hasDraft: answers.length > 0,
      isEscalated: escalations.length > 0,
      reports: reportsIn(reports, show),
      claim: claimIn(claim, show),
      receivedAt: receivedAt.toISOString(),
    };
  });
}

async function commentRows(where: Prisma.CommentWhereInput, slice: Slice, show: Show): Promise<QueueRow[]> {
  const today = isoDate(show.now);
  const asked = db().comment.findMany({
    ...cutFirst,
    where,
    ...slice,
    select: {
      id: true,
      queuePlace: true,
      version: true,
      number: true,
      body: true,
      review: true,
      dueOn: true,
      appealDueOn: true,
      isSample: true,
      isFlagged: true,
      awaitsLook: true,
      receivedAt: true,
      themeId: true,
      claim: claimColumns,
      escalations: { where: { endedAt: null }, select: { id: true }, take: 1 },
      reports: openReports,
    },
  });
  const [rows, nameOf] = await Promise.all([asked, namesOf(show)]);
  return rows.map(
    ({ themeId, body, claim, escalations, reports, dueOn, appealDueOn, receivedAt, queuePlace, ...row }) => ({
      ...row,
      place: String(queuePlace),
      type: "comment",
      kind: "COMMENT",
      channel: "WEB",
      title: beginning(body),
      theme: nameOf(themeId),
      handling: null,
      desk: null,
      ...promise([dueOn, appealDueOn], today),
      waitsForAuthor: false,
      hasDraft: false,
      claim: claimIn(claim, show),
      isEscalated: escalations.length > 0,
      reports: reportsIn(reports, show),
      receivedAt: receivedAt.toISOString(),
    }),
  );
}

/** The first of the days on which something is due, as `queuePlace` has it. */
function promise(days: (Date | null)[], today: IsoDate): { dueOn: IsoDate | null; late: boolean } {
  const [first = null] = days
    .map(dayOf)
    .filter((day) => day !== null)
    .sort();
  return { dueOn: first, late: isLate(first, today) };
}

/** The first words of a text that has no title. */
export function beginning(body: string): string {
  const characters = [...body.replace(/\s+/g, " ").trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("");
}
