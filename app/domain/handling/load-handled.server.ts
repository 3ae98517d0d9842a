import { randomUUID } from "node:crypto";
import { type Actor, actorLabel, isModerator } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { changeSubmission, type SubmissionChanges } from "#app/domain/submission/change-submission.server.ts";
import { indexSubmission } from "#app/domain/submission/index-submission.server.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { HandlingState } from "#app/domain/submission/submission.ts";
import { responsibleDeskId } from "#app/domain/submission/visibility.ts";
import { afterAct, type HandlingAct, type Holder, mayHandle } from "./handling.ts";

const columns = {
  id: true,
  number: true,
  kind: true,
  locale: true,
  title: true,
  review: true,
  handling: true,
  handlingDeskId: true,
  inquiryDeskId: true,
  dueOn: true,
  waitsForAuthor: true,
  version: true,
  private: { select: { emailAddressId: true } },
  assignments: {
    where: { endedAt: null },
    select: { id: true, deskId: true, dueOn: true, pausedDays: true, instruction: true },
    take: 1,
  },
  runItems: { where: { state: "WAITING" }, select: { runId: true }, take: 1 },
} as const;

/** A submission as the commands of this context need it, with the assignment that is running. */
export type Handled = Awaited<ReturnType<typeof loadHandled>>;

/**
 * A submission the actor may see, or NOT_FOUND. Seeing alone allows nothing: see {@link permit}.
 */
export async function loadHandled(context: Pick<TxContext, "tx" | "actor">, submissionId: string) {
  const found = await context.tx.submission.findFirst({
    where: { AND: [visibleSubmissions(context.actor), { id: submissionId }] },
    select: columns,
  });
  if (found === null) throw notFound();
  const { assignments, runItems, private: hidden, ...submission } = found;
  return {
    ...submission,
    emailAddressId: hidden?.emailAddressId ?? null,
    assignment: assignments[0] ?? null,
    /** A moderator's decision on it is planned and not taken yet. */
    decisionWaits: runItems.length > 0,
  };
}

/** Who has a submission now, for {@link mayHandle}. */
export function holderOf(submission: Pick<Handled, "handlingDeskId" | "inquiryDeskId" | "assignment">): Holder {
  return { deskId: responsibleDeskId(submission), assignmentId: submission.assignment?.id ?? null };
}

/**
 * Checks an act in the order that tells an outsider least: may this actor do it (FORBIDDEN), is the page's version the present one
 * (CONFLICT "changedMeanwhile"), is the act possible now (CONFLICT "notPossibleNow"). While a decision is planned, moderators wait for it or
 * take it back first (CONFLICT "alreadyPlanned"), as their act would make it fail; desks neither see it nor wait for it.
 *
 * @returns the handling state the act leads to
 */
export function permit(
  context: Pick<TxContext, "actor">,
  submission: Handled,
  act: HandlingAct,
  version: number,
): HandlingState {
  if (!mayHandle(context.actor, act, holderOf(submission))) throw forbidden();
  if (submission.version !== version) throw conflict("changedMeanwhile");
  const next = afterAct(submission, act);
  if (next === null) throw conflict("notPossibleNow");
  if (submission.decisionWaits && isModerator(context.actor)) throw conflict("alreadyPlanned");
  return next;
}

/** Changes the submission, and notes on the link of a desk's mail that something was done through it. */
export async function changeHandled(
  context: TxContext,
  submission: Handled,
  changes: SubmissionChanges,
): Promise<void> {
  await changeSubmission(context, { id: submission.id, version: submission.version, changes });
  if (context.actor.kind === "desk-link") {
    await context.tx.answerLink.update({
      where: { id: context.actor.linkId },
      data: { usedAt: context.now },
      select: { id: true },
    });
  }
}

/** A note for staff eyes only, in the name of whoever acts. */
export async function writeNote(context: TxContext, submissionId: string, body: string): Promise<void> {
  await context.tx.internalNote.create({
    data: {
      id: randomUUID(),
      submissionId,
      authorLabel: actorLabel(context.actor),
      authorId: staffIdOf(context.actor),
      body,
      createdAt: context.now,
    },
    select: { id: true },
  });
  await indexSubmission(context.tx, submissionId);
}

/** Drafts that wait for approval stop waiting: another draft, or another desk, takes their place. Their text is kept. */
export async function supersedeDrafts(context: TxContext, submissionId: string): Promise<void> {
  await context.tx.answer.updateMany({ where: { submissionId, state: "DRAFT" }, data: { state: "SUPERSEDED" } });
}

/** The account behind an act; null for everybody who has none. */
export function staffIdOf(actor: Actor): string | null {
  return actor.kind === "staff" ? actor.id : null;
}

/** The desk as it signs mails to people. */
export async function mailDeskOf(context: Pick<TxContext, "tx">, deskId: string) {
  const desk = await context.tx.desk.findUniqueOrThrow({
    where: { id: deskId },
    select: { name: true, phone: true, hours: true, section: { select: { name: true } } },
  });
  return {
    name: desk.name as LocalizedText,
    section: desk.section.name as LocalizedText,
    phone: desk.phone,
    hours: desk.hours as LocalizedText,
  };
}
