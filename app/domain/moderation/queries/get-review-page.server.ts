import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { findDeskInCharge } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { findProposedDesk } from "#app/domain/directory/find-proposed-desk.server.ts";
import { listFlags } from "#app/domain/flag/queries/list-flags.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { getHandling } from "#app/domain/handling/queries/get-handling.server.ts";
import { listReports } from "#app/domain/report/queries/list-reports.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { findEntry } from "#app/domain/submission/find-entry.server.ts";
import { timelineOf } from "#app/domain/submission/queries/timeline-of.server.ts";
import type { ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import { commentSight, isPublic, isPublicComment, submissionSight } from "#app/domain/submission/visibility.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { type AppealOutcome, appealState } from "../appeal.ts";
import { listEscalations } from "../escalation.server.ts";
import { findSender } from "../find-sender.server.ts";
import { listHiddenNotes } from "../list-hidden-notes.server.ts";
import { loadDecisionAids } from "../load-decision-aids.server.ts";
import { type Decision, mayDecide, possibleDecisions } from "../moderation.ts";
import type { AddressedText } from "../placeholder-values.server.ts";
import { fieldsOf, publishedPhones, withFindings } from "../public-fields.server.ts";
import type { ReviewPage } from "../review-page.ts";
import { canComeTrusted, mayTrust } from "../trust.ts";
import { findOpenAppeal } from "./find-open-appeal.server.ts";
import { getArrangement } from "./get-arrangement.server.ts";

type Surroundings = { locale: Locale; now: Date };

/** The review page of the submission with this receipt number, for those who work on it; else NOT_FOUND. */
export async function getSubmissionReview(
  viewer: StaffActor,
  number: string,
  { locale, now }: Surroundings,
): Promise<ReviewPage> {
  const row = await db().submission.findFirst({
    where: { AND: [deskSubmissions(viewer), { number }] },
    select: submissionColumns,
  });
  if (row === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const { private: hidden } = row;
  const seesContact = submissionSight(viewer, row) === "contact";
  const item = { type: "submission", id: row.id } as const;
  const [{ escalations, isEscalated, decides }, handling, entry, phones, history] = await Promise.all([
    escalationOf(viewer, item),
    getHandling(viewer, row.id, { locale, now }),
    row.channel === "WEB" ? null : findEntry(row.id),
    publishedPhones(),
    historyOf(viewer, item, locale),
  ]);
  const [appeal, decisionPart, arrangement, suggestion, trust] = await Promise.all([
    findOpenAppeal(viewer, { ...item, review: row.review, isEscalated }, now),
    decisionPartOf(viewer, addressedIn({ ...row, proposalTitle: null }), decides ? row.review : null, locale),
    getArrangement(
      viewer,
      {
        ...row,
        themeId: row.theme?.id ?? null,
        standsAlone: true,
        isEscalated,
        appealWaits: row.appealDueOn !== null,
      },
      { desks: handling.desks, locale },
    ),
    handling.acts.includes("assign") ? proposedAssignment(row, now) : null,
    trustOf(viewer, row.kind, hidden),
  ]);
  return {
    ...head(row, now),
    look: lookOf(viewer, row),
    trust,
    type: "submission",
    kind: row.kind,
    channel: row.channel,
    entry: entry && { by: entry.by, at: entry.at.toISOString() },
    isPublic: isPublic(row),
    theme: row.theme && { slug: row.theme.slug, title: words(row.theme.title) },
    question: row.question && words(row.question.text),
    inquiryDesk: row.inquiryDesk && words(row.inquiryDesk.name),
    stance: null,
    proposal: null,
    parent: null,
    fields: withFindings(fieldsOf("submission", row), phones),
    cityOnly: hidden && {
      corporateNumber: hidden.corporateNumber,
      cooperation: hidden.cooperation,
      request: hidden.request,
      costSharing: hidden.costSharing,
      confidentialNote: seesContact ? hidden.confidentialNote : null,
    },
    contact: seesContact
      ? {
          name: Boolean(hidden?.name),
          email: Boolean(hidden?.emailAddressId),
          phone: Boolean(hidden?.phone),
          contactPerson: Boolean(hidden?.contactPerson),
        }
      : null,
    revisions: row.revisions.map(({ revision, createdAt, ...old }) => ({
      revision,
      at: createdAt.toISOString(),
      fields: fieldsOf("submission", old),
    })),
    decisions: decisionsOf(row.decisions, row.review, locale),
    appeal,
    ...history,
    ...decisionPart,
    mayRedact: decides && row.review !== "NOT_PUBLIC",
    links: {
      mergedInto: row.mergedInto,
      mergedFrom: row.mergedFrom,
      splitFrom: row.splitFrom,
      splitInto: row.splitInto,
    },
    escalations,
    arrangement,
    decides,
    handling,
    suggestion,
  };
}

/** The review page of the comment with this receipt number; officers have none. */
export async function getCommentReview(
  viewer: StaffActor,
  number: string,
  { locale, now }: Surroundings,
): Promise<ReviewPage> {
  if (isStaff(viewer, "OFFICER")) throw notFound();
  const row = await db().comment.findFirst({
    where: { AND: [visibleComments(viewer), { number }] },
    select: commentColumns,
  });
  if (row === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const { private: hidden } = row;
  const item = { type: "comment", id: row.id } as const;
  const [{ escalations, isEscalated, decides }, phones, history] = await Promise.all([
    escalationOf(viewer, item),
    publishedPhones(),
    historyOf(viewer, item, locale),
  ]);
  const standsAlone = row.submission === null && row.parent === null;
  const [appeal, decisionPart, arrangement, trust] = await Promise.all([
    findOpenAppeal(viewer, { ...item, review: row.review, isEscalated }, now),
    decisionPartOf(
      viewer,
      addressedIn({ ...row, title: null, proposalTitle: row.submission?.title ?? null }),
      decides ? row.review : null,
      locale,
    ),
    getArrangement(
      viewer,
      { kind: "COMMENT", review: row.review, themeId: row.theme.id, standsAlone, isEscalated, appealWaits: false },
      { desks: [], locale },
    ),
    trustOf(viewer, "COMMENT", hidden),
  ]);
  return {
    ...head(row, now),
    look: lookOf(viewer, row),
    trust,
    type: "comment",
    kind: "COMMENT",
    channel: "WEB",
    entry: null,
    isPublic: isPublicComment(row),
    theme: { slug: row.theme.slug, title: words(row.theme.title) },
    question: row.question && words(row.question.text),
    inquiryDesk: null,
    stance: row.stance,
    proposal: row.submission && { number: row.submission.number, title: row.submission.title },
    parent: row.parent && { number: row.parent.number, body: row.parent.body },
    fields: withFindings(fieldsOf("comment", row), phones),
    cityOnly: null,
    contact:
      commentSight(viewer, row) === "contact"
        ? { name: Boolean(hidden?.name), email: Boolean(hidden?.emailAddressId), phone: false, contactPerson: false }
        : null,
    revisions: row.revisions.map(({ revision, createdAt, ...old }) => ({
      revision,
      at: createdAt.toISOString(),
      fields: fieldsOf("comment", old),
    })),
    decisions: decisionsOf(row.decisions, row.review, locale),
    appeal,
    ...history,
    ...decisionPart,
    mayRedact: decides,
    links: { mergedInto: null, mergedFrom: [], splitFrom: null, splitInto: [] },
    escalations,
    arrangement,
    decides,
    handling: null,
    suggestion: null,
  };
}

/** Its sender, for those who may know whether they are trusted; null also where trust never matters or no address was given. */
async function trustOf(
  viewer: StaffActor,
  kind: ReviewPage["kind"],
  hidden: { emailAddressId: string | null } | null,
): Promise<ReviewPage["trust"]> {
  const emailAddressId = hidden?.emailAddressId ?? null;
  return mayTrust(viewer) && canComeTrusted(kind) && emailAddressId !== null ? findSender(db(), emailAddressId) : null;
}

/** What happened to it, and what was found and hidden in it. */
async function historyOf(
  viewer: StaffActor,
  item: ItemRef,
  locale: Locale,
): Promise<Pick<ReviewPage, "timeline" | "audit" | "hidden" | "flags" | "reports">> {
  const [timeline, audit, hidden, flags, reports] = await Promise.all([
    timelineOf(columnOf(item), ["PUBLIC", "AUTHOR"], locale),
    auditOf(item),
    mayDecide(viewer) ? listHiddenNotes(db(), item) : [],
    listFlags(item),
    listReports(viewer, item, locale),
  ]);
  return { timeline, audit, hidden, flags, reports };
}

/** Whether it is with the administrators, and whether the viewer may decide about it as that stands. Moderators alone read the notes. */
async function escalationOf(viewer: StaffActor, item: ItemRef) {
  const escalations = mayDecide(viewer) ? await listEscalations(db(), item) : [];
  const isEscalated = escalations.some(({ end }) => end === null);
  return { escalations, isEscalated, decides: mayDecide(viewer) && (!isEscalated || isStaff(viewer, "ADMIN")) };
}

const revisionColumns = { revision: true, createdAt: true, body: true, displayName: true } as const;

const decisionColumns = {
  orderBy: { at: "desc" },
  select: {
    id: true,
    decision: true,
    reasonLabel: true,
    explanation: true,
    revision: true,
    byLabel: true,
    at: true,
    replies: { select: { replyId: true, version: true, reply: { select: { title: true } } } },
    appeal: {
      select: { words: true, filedAt: true, outcome: true, explanation: true, byLabel: true, closedAt: true },
    },
  },
} as const;

const headColumns = {
  id: true,
  number: true,
  review: true,
  version: true,
  revision: true,
  locale: true,
  isSample: true,
  receivedAt: true,
  dueOn: true,
  body: true,
  displayName: true,
  awaitsLook: true,
  lookedAt: true,
  lookedBy: true,
  theme: { select: { id: true, slug: true, title: true, deskId: true } },
  question: { select: { text: true } },
  decisions: decisionColumns,
} as const;

const linkColumns = { number: true, title: true, review: true } as const;

const submissionColumns = {
  ...headColumns,
  questionId: true,
  kind: true,
  channel: true,
  appealDueOn: true,
  handlingDeskId: true,
  inquiryDeskId: true,
  title: true,
  expectedEffect: true,
  area: true,
  organizationName: true,
  inquiryDesk: { select: { name: true } },
  mergedInto: { select: linkColumns },
  splitFrom: { select: linkColumns },
  splitInto: { orderBy: { changedAt: "asc" }, take: 100, select: linkColumns },
  mergedFrom: { where: { review: "MERGED" }, orderBy: { receivedAt: "asc" }, take: 100, select: linkColumns },
  private: {
    select: {
      name: true,
      emailAddressId: true,
      phone: true,
      corporateNumber: true,
      contactPerson: true,
      cooperation: true,
      request: true,
      costSharing: true,
      confidentialNote: true,
    },
  },
  revisions: {
    orderBy: { revision: "desc" },
    select: { ...revisionColumns, title: true, expectedEffect: true, area: true, organizationName: true },
  },
} as const;

const commentColumns = {
  ...headColumns,
  stance: true,
  submission: { select: { number: true, title: true, kind: true, review: true } },
  parent: { select: { number: true, body: true, review: true } },
  private: { select: { name: true, emailAddressId: true } },
  revisions: { orderBy: { revision: "desc" }, select: revisionColumns },
} as const;

function lookOf(
  viewer: StaffActor,
  { awaitsLook, lookedAt, lookedBy }: { awaitsLook: boolean; lookedAt: Date | null; lookedBy: string | null },
): ReviewPage["look"] {
  if (!awaitsLook && lookedAt === null) return null;
  const by = awaitsLook ? null : lookedBy;
  return { isDue: awaitsLook, mayLook: awaitsLook && mayDecide(viewer), by, at: lookedAt?.toISOString() ?? null };
}

/** What a submission and a comment have in common. */
function head(
  row: {
    id: string;
    number: string;
    review: ReviewState;
    version: number;
    revision: number;
    locale: Locale;
    isSample: boolean;
    receivedAt: Date;
    dueOn: Date | null;
  },
  now: Date,
) {
  const dueOn = dayOf(row.dueOn);
  return {
    id: row.id,
    number: row.number,
    review: row.review,
    version: row.version,
    revision: row.revision,
    authorLocale: row.locale,
    isSample: row.isSample,
    receivedAt: row.receivedAt.toISOString(),
    dueOn,
    late: isLate(dueOn, isoDate(now)),
  };
}

/** What the viewer may decide now, and what can be chosen for it. `review`: null for whoever decides nothing about it. */
async function decisionPartOf(
  viewer: StaffActor,
  addressed: AddressedText,
  review: ReviewState | null,
  locale: Locale,
) {
  const possible = review === null ? [] : possibleDecisions(review);
  return { mayDecide: possible, aids: await loadDecisionAids(viewer, addressed, possible, locale) };
}

function addressedIn({
  number,
  title,
  proposalTitle,
  theme,
  locale,
}: Omit<AddressedText, "themeTitle"> & { theme: { title: unknown } | null }): AddressedText {
  return { number, title, proposalTitle, themeTitle: theme && (theme.title as LocalizedText), locale };
}

function decisionsOf(
  rows: {
    id: string;
    decision: Decision;
    reasonLabel: unknown;
    explanation: string | null;
    revision: number;
    byLabel: string;
    at: Date;
    replies: { replyId: string; version: number; reply: { title: string } }[];
    appeal: AppealRow | null;
  }[],
  review: ReviewState,
  locale: Locale,
): ReviewPage["decisions"] {
  return rows.map(({ byLabel, at, reasonLabel, replies, appeal, ...row }) => ({
    ...row,
    reason: reasonLabel === null ? null : pick(reasonLabel as LocalizedText, locale),
    replies: replies.map(({ replyId, version, reply }) => ({ id: replyId, version, title: reply.title })),
    by: byLabel,
    at: at.toISOString(),
    appeal: appeal && {
      state: appealState(appeal, review),
      words: appeal.words,
      filedAt: appeal.filedAt.toISOString(),
      explanation: appeal.explanation,
      by: appeal.byLabel,
      closedAt: appeal.closedAt?.toISOString() ?? null,
    },
  }));
}

type AppealRow = {
  words: string;
  filedAt: Date;
  outcome: AppealOutcome | null;
  explanation: string | null;
  byLabel: string | null;
  closedAt: Date | null;
};

async function auditOf({ type, id }: ItemRef): Promise<ReviewPage["audit"]> {
  const entries = await db().auditEntry.findMany({
    where: { subjectType: type, subjectId: id },
    orderBy: { id: "desc" },
    take: 100,
    select: { id: true, at: true, actorLabel: true, action: true },
  });
  return entries.map((entry) => ({
    id: String(entry.id),
    at: entry.at.toISOString(),
    by: entry.actorLabel,
    action: entry.action,
  }));
}

/** An inquiry goes to the desk its author wrote to, or the one that does its work today; a rule decides about the rest. The date is the usual time from today. */
async function proposedAssignment(
  row: {
    kind: SubmissionKind;
    inquiryDeskId: string | null;
    handlingDeskId: string | null;
    theme: { id: string; deskId: string } | null;
    questionId: string | null;
    area: string | null;
    title: string;
    body: string;
    expectedEffect: string | null;
  },
  now: Date,
): Promise<ReviewPage["suggestion"]> {
  const { answerDays } = await getSettings(referenceData());
  const dueOn = addBusinessDays(isoDate(now), answerDays[row.kind]);
  if (row.inquiryDeskId !== null) {
    const deskId = await findDeskInCharge(referenceData(), row.inquiryDeskId, isoDate(now));
    return { deskId, by: "inquiry", note: "", dueOn };
  }
  const { kind, questionId, area, title, body, expectedEffect } = row;
  const item = { themeId: row.theme?.id ?? null, kind, questionId, area, texts: [title, body, expectedEffect] };
  const proposal = await findProposedDesk(referenceData(), item, row.theme?.deskId ?? null, isoDate(now));
  return { deskId: proposal?.deskId ?? null, by: proposal?.by ?? null, note: proposal?.note ?? "", dueOn };
}
