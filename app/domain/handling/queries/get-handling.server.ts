import { listOpenDesks } from "#app/domain/directory/queries/list-open-desks.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { type Actor, isModerator } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { responsibleDeskId } from "#app/domain/submission/visibility.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { afterAct, type HandlingAct, handlingActs, isLinkAlive, isOtherThanDrafter, mayHandle } from "../handling.ts";
import type { Handling } from "../handling-page.ts";
import { type DeskPromise, resumedDueOn } from "../promise-clock.ts";
import { listOutcomes } from "./list-outcomes.server.ts";

/**
 * How one submission is being answered, and what this viewer can do about it now. The caller has made sure that the viewer works on it.
 * A viewer through the link of a mail does not see the staff's notes.
 */
export async function getHandling(
  viewer: Actor,
  submissionId: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<Handling> {
  const row = await db().submission.findUniqueOrThrow({ where: { id: submissionId }, select: columns });
  const [outcomes, desks, settings] = await Promise.all([
    listOutcomes(),
    listOpenDesks(viewer, locale),
    getSettings(referenceData()),
  ]);
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const running = row.assignments.find((turn) => turn.endedAt === null) ?? null;
  const holder = { deskId: responsibleDeskId(row), assignmentId: running?.id ?? null };
  const draft = row.answers.find((answer) => answer.state === "DRAFT");
  const acts = handlingActs.filter((act) => mayHandle(viewer, act, holder) && afterAct(row, act) !== null);
  const isOwnDraft =
    draft !== undefined &&
    viewer.kind === "staff" &&
    !isOtherThanDrafter(viewer.id, draft.draftedById, settings.approvalByAnotherPerson);
  const liveLinks = row.answerLinks.filter((link) => isLinkAlive(link, now)).length;
  return {
    handling: row.handling,
    assignment: running && {
      deskId: running.deskId,
      desk: words(running.desk.name),
      ...promiseNow({ dueOn: dayOf(running.dueOn), pausedDays: running.pausedDays }, isoDate(now)),
      isHeld: running.heldSince !== null,
      instruction: running.instruction,
    },
    turns: row.assignments.map((turn) => ({
      id: turn.id,
      desk: words(turn.desk.name),
      from: turn.assignedAt.toISOString(),
      to: turn.endedAt?.toISOString() ?? null,
      endReason: turn.endReason,
    })),
    waitsForAuthor: row.waitsForAuthor,
    lateReason: row.lateReason,
    answers: row.answers.map(({ draftedById: _, desk, outcome, ...answer }) => ({
      id: answer.id,
      answerVersion: answer.answerVersion,
      state: answer.state,
      desk: words(desk.name),
      outcomeKey: answer.outcomeKey,
      outcome: words(outcome.label),
      referral: answer.referral,
      body: answer.body,
      origin: answer.origin,
      draftedBy: answer.draftedByLabel,
      draftedAt: answer.draftedAt.toISOString(),
      approvedBy: answer.approvedByLabel,
      publishedAt: answer.publishedAt?.toISOString() ?? null,
      sendBackNote: answer.sendBackNote,
    })),
    questions: row.askings.map(({ askedByLabel, askedAt, repliedAt, ...asking }) => ({
      ...asking,
      askedBy: askedByLabel,
      askedAt: askedAt.toISOString(),
      repliedAt: repliedAt?.toISOString() ?? null,
    })),
    notes:
      viewer.kind === "staff"
        ? row.notes.map((note) => ({
            id: note.id,
            author: note.authorLabel,
            body: note.body,
            at: note.createdAt.toISOString(),
          }))
        : [],
    outcomes: outcomes
      .filter(({ isActive }) => isActive)
      .map(({ key, label, meaning, needsReferral }) => ({
        key,
        label: pick(label, locale),
        meaning: pick(meaning, locale),
        needsReferral,
      })),
    desks,
    liveLinks,
    acts: acts.filter((act) => isPossibleWith(act, draft !== undefined) && !(act === "publish" && isOwnDraft)),
    mayNote: mayHandle(viewer, "note", holder),
    mayRevoke: isModerator(viewer) && liveLinks > 0,
    isOwnDraft: isOwnDraft && isModerator(viewer),
  };
}

function promiseNow(promise: DeskPromise, today: IsoDate) {
  const dueOn = resumedDueOn(promise, today);
  return { dueOn, pausedDays: promise.pausedDays, late: isLate(dueOn, today) };
}

/** After a publication the state alone does not say whether a further draft waits. */
function isPossibleWith(act: HandlingAct, hasDraft: boolean): boolean {
  return hasDraft || (act !== "publish" && act !== "sendBack");
}

const columns = {
  review: true,
  handling: true,
  handlingDeskId: true,
  inquiryDeskId: true,
  waitsForAuthor: true,
  lateReason: true,
  assignments: {
    orderBy: { assignedAt: "desc" },
    select: {
      id: true,
      deskId: true,
      dueOn: true,
      pausedDays: true,
      heldSince: true,
      instruction: true,
      assignedAt: true,
      endedAt: true,
      endReason: true,
      desk: { select: { name: true } },
    },
  },
  answers: {
    orderBy: { answerVersion: "desc" },
    select: {
      id: true,
      answerVersion: true,
      state: true,
      outcomeKey: true,
      referral: true,
      body: true,
      origin: true,
      draftedById: true,
      draftedByLabel: true,
      draftedAt: true,
      approvedByLabel: true,
      publishedAt: true,
      sendBackNote: true,
      desk: { select: { name: true } },
      outcome: { select: { label: true } },
    },
  },
  askings: {
    orderBy: { askedAt: "asc" },
    select: { id: true, askedByLabel: true, body: true, askedAt: true, reply: true, repliedAt: true },
  },
  notes: { orderBy: { createdAt: "asc" }, select: { id: true, authorLabel: true, body: true, createdAt: true } },
  answerLinks: { where: { revokedAt: null }, select: { expiresAt: true, revokedAt: true } },
} as const;
