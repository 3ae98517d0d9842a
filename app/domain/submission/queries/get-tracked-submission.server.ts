import { type OfficeTime, officeColumns } from "#app/domain/directory/desk-office.ts";
import { deskToTurnTo } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { isItemConfirmed } from "#app/domain/participant/is-item-confirmed.server.ts";
import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { isLate, isPaused } from "../due-date.ts";
import { isOwnSubmission } from "../own-submission.server.ts";
import { canRevise, canWithdraw, type HandlingState, type ReviewState } from "../submission.ts";
import { type OtherTracked, type TrackedSubmission, toldDecision } from "../submission-pages.ts";
import { isPublic, responsibleDeskId } from "../visibility.ts";
import { timelineOf } from "./timeline-of.server.ts";

/**
 * The private page of one submission, for whoever holds its tracking key. Name and telephone are not on it: the link may have gone to a
 * mistyped address.
 */
export async function getTrackedSubmission(
  author: AuthorActor,
  { locale, now }: { locale: Locale; now: Date },
): Promise<TrackedSubmission> {
  if (author.of !== "submission") throw notFound();
  const row = await db().submission.findUnique({ where: { id: author.id }, select: columns });
  if (row === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const { private: city, decisions, askings } = row;
  const address = city?.emailAddress ?? null;
  // What was merged is dealt with where it was merged into: the desk there and the answer there are its own now.
  const present = row.review === "MERGED" && row.mergedInto ? row.mergedInto : row;
  const answer = present === row || isPublic(present) ? present.answers[0] : undefined;
  return {
    type: "submission",
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    review: row.review,
    handling: row.handling,
    version: row.version,
    receivedAt: row.receivedAt.toISOString(),
    theme: row.theme && { slug: row.theme.slug, title: words(row.theme.title) },
    question: row.question && words(row.question.text),
    holder: await holderOf(present, words, isoDate(now)),
    lateReason: present.lateReason,
    isPublic: isPublic(row),
    text: {
      title: row.title,
      body: row.body,
      expectedEffect: row.expectedEffect,
      area: row.area,
      displayName: row.displayName,
      organizationName: row.organizationName,
    },
    cityOnly:
      row.kind === "PARTNERSHIP"
        ? {
            cooperation: city?.cooperation ?? "",
            request: city?.request ?? "",
            costSharing: city?.costSharing ?? "UNDECIDED",
            confidentialNote: city?.confidentialNote ?? null,
          }
        : null,
    address: address && {
      masked: maskEmail(address.address),
      confirmed: address.confirmedAt !== null,
      bounced: address.bouncedAt !== null,
      isAsked:
        isAskedToConfirm({ ...row, isOwn: isOwnSubmission(row) }) &&
        !(await isItemConfirmed(db(), { type: "submission", id: author.id })),
    },
    decision: ["RETURNED", "DECLINED", "HIDDEN"].includes(row.review) ? toldDecision(decisions[0], locale) : null,
    questions: askings.map(({ askedAt, repliedAt, ...asking }) => ({
      ...asking,
      askedAt: askedAt.toISOString(),
      repliedAt: repliedAt?.toISOString() ?? null,
    })),
    answer: answer
      ? {
          outcome: words(answer.outcome.label),
          referral: answer.referral,
          body: answer.body,
          desk: words(answer.desk.name),
          phone: answer.desk.phone,
          publishedAt: (answer.publishedAt ?? present.changedAt).toISOString(),
        }
      : null,
    mergedInto:
      present === row
        ? null
        : {
            number: present.number,
            title: isPublic(present) ? present.title : null,
            review: present.review,
            handling: present.handling,
          },
    split: { from: row.splitFrom && otherOf(row.splitFrom), into: row.splitInto.map(otherOf) },
    timeline: await timelineOf({ submissionId: author.id }, ["PUBLIC", "AUTHOR"], locale),
    may: { revise: canRevise(row.kind, row.review), withdraw: canWithdraw(row.kind, row.review) },
  };
}

const deskColumns = {
  id: true,
  name: true,
  phone: true,
  ...officeColumns,
  section: { select: { name: true } },
} as const;

/** What says how far something is: of the submission itself, or of the one it was merged into. */
const presentColumns = {
  number: true,
  title: true,
  kind: true,
  review: true,
  handling: true,
  handlingDeskId: true,
  inquiryDeskId: true,
  changedAt: true,
  dueOn: true,
  lateReason: true,
  waitsForAuthor: true,
  handlingDesk: { select: deskColumns },
  inquiryDesk: { select: deskColumns },
  answers: {
    where: { state: "PUBLISHED" },
    orderBy: { answerVersion: "desc" },
    take: 1,
    select: {
      referral: true,
      body: true,
      publishedAt: true,
      outcome: { select: { label: true } },
      desk: { select: { name: true, phone: true } },
    },
  },
} as const;

const otherColumns = { id: true, number: true, title: true } as const;

function otherOf({ id, number, title }: { id: string; number: string; title: string }): OtherTracked {
  return { number, title, trackingKey: trackingKeyOf(id) };
}

const columns = {
  ...presentColumns,
  channel: true,
  version: true,
  receivedAt: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
  splitFromId: true,
  theme: { select: { slug: true, title: true, ...readingColumns } },
  question: { select: { text: true } },
  mergedInto: { select: presentColumns },
  splitFrom: { select: otherColumns },
  splitInto: { orderBy: { changedAt: "asc" }, select: otherColumns },
  private: {
    select: {
      cooperation: true,
      request: true,
      costSharing: true,
      confidentialNote: true,
      emailAddress: { select: { address: true, confirmedAt: true, bouncedAt: true } },
    },
  },
  decisions: { orderBy: { at: "desc" }, take: 1, select: { reasonLabel: true, explanation: true } },
  askings: {
    orderBy: { askedAt: "asc" },
    select: { id: true, body: true, askedAt: true, reply: true, repliedAt: true },
  },
} as const;

type DeskRow = OfficeTime & { id: string; name: unknown; phone: string; section: { name: unknown } };

/** Names the desk that has it; where that one is no longer in office, the one that can be asked instead. */
async function holderOf(
  row: {
    review: ReviewState;
    handling: HandlingState;
    dueOn: Date | null;
    waitsForAuthor: boolean;
    handlingDeskId: string | null;
    inquiryDeskId: string | null;
    handlingDesk: DeskRow | null;
    inquiryDesk: DeskRow | null;
  },
  words: (text: unknown) => string,
  today: IsoDate,
): Promise<TrackedSubmission["holder"]> {
  if (row.review === "WITHDRAWN" || row.review === "RETURNED" || row.handling === "ANSWERED") return null;
  if (row.review === "DECLINED" && row.handling === "NEW") return null;
  const deskId = row.review === "PENDING" && row.handling === "NEW" ? null : responsibleDeskId(row);
  const named = [row.handlingDesk, row.inquiryDesk].find((candidate) => candidate !== null && candidate.id === deskId);
  const load = (id: string) => db().desk.findUnique({ where: { id }, select: deskColumns });
  const desk = named && (await deskToTurnTo<DeskRow>(named, load, { client: referenceData(), day: today }));
  const dueOn = dayOf(row.dueOn);
  return {
    desk: desk ? { name: words(desk.name), section: words(desk.section.name), phone: desk.phone } : null,
    dueOn,
    late: isLate(dueOn, today),
    isPaused: isPaused(row),
  };
}
