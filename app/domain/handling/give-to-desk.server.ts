import { randomUUID } from "node:crypto";
import { inOfficeOn } from "#app/domain/directory/desk-office.ts";
import { mailboxForWords, requestsWait, wordsColumns } from "#app/domain/directory/directory.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailParams } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { answerLinkFor, revokeLinks } from "./answer-link.server.ts";
import { type Handled, staffIdOf, supersedeDrafts } from "./load-handled.server.ts";

export type EndReason = "passed-on" | "not-ours" | "answered" | "reassigned" | "merged";

/** Ends the running assignment, if there is one, with its links. */
export async function endAssignment(context: TxContext, submission: Handled, reason: EndReason): Promise<void> {
  if (submission.assignment === null) return;
  await context.tx.assignment.update({
    where: { id: submission.assignment.id },
    data: { endedAt: context.now, endReason: reason },
    select: { id: true },
  });
  await revokeLinks(context, { assignmentId: submission.assignment.id });
}

/** The desk with this id if work can be given to it today; else that field of the form is wrong. */
export async function openDesk(context: TxContext, deskId: string, field = "deskId") {
  const desk = await context.tx.desk.findFirst({
    where: { id: deskId, ...inOfficeOn(isoDate(context.now)) },
    select: { id: true, name: true, ...wordsColumns },
  });
  if (desk === null) throw inputError({ [field]: ["choose"] });
  return desk;
}

/**
 * Gives a submission to a desk: the turn of the one before ends, drafts of that turn are put aside, and the desk's turn begins
 * ({@link startTurn}). The caller changes the submission itself.
 */
export async function giveToDesk(
  context: TxContext,
  submission: Handled,
  turn: {
    desk: Awaited<ReturnType<typeof openDesk>>;
    dueOn: IsoDate;
    instruction: string | null;
    endReason: "passed-on" | "reassigned";
  },
): Promise<void> {
  await endAssignment(context, submission, turn.endReason);
  await supersedeDrafts(context, submission.id);
  await startTurn(context, submission, { ...turn, pausedDays: null });
}

/**
 * A desk's turn begins: it is mailed everything it needs, if it has a mailbox. Where nobody has acknowledged that mailbox yet, the mail waits
 * ({@link sendRequest} sends it later).
 */
export async function startTurn(
  context: TxContext,
  submission: Pick<Handled, "id" | "number">,
  turn: {
    desk: Awaited<ReturnType<typeof openDesk>>;
    dueOn: IsoDate;
    instruction: string | null;
    pausedDays: number | null;
  },
): Promise<void> {
  const assignmentId = randomUUID();
  await context.tx.assignment.create({
    data: {
      id: assignmentId,
      submissionId: submission.id,
      deskId: turn.desk.id,
      dueOn: dateColumn(turn.dueOn),
      pausedDays: turn.pausedDays,
      assignedById: staffIdOf(context.actor),
      instruction: turn.instruction,
      assignedAt: context.now,
      heldSince: requestsWait(turn.desk, isoDate(context.now)) ? context.now : null,
    },
    select: { id: true },
  });
  const answerLinkId = await answerLinkFor(context, { submissionId: submission.id, assignmentId });
  const to = mailboxForWords(turn.desk, isoDate(context.now));
  if (to !== null) await sendRequest(context, submission, { ...turn, to, answerLinkId });
}

/** Queues the mail that asks a desk for an answer. @param to an address that may get what people wrote */
export async function sendRequest(
  context: TxContext,
  submission: Pick<Handled, "id" | "number">,
  turn: { desk: { name: unknown }; dueOn: IsoDate; instruction: string | null; to: string; answerLinkId: string },
): Promise<void> {
  await enqueueMail(context, {
    template: "assigned",
    params: await assignedParams(context, submission.id, turn, turn.answerLinkId),
    to: turn.to,
    recipientKind: "DESK",
    locale: "ja",
    threadKey: submission.number,
    submissionId: submission.id,
  });
}

/**
 * The request as a desk gets it, complete without a link. Of what a company tells the city in confidence, only that there is something:
 * the note itself is read on the answer page. No contact data except the company's contact person.
 */
async function assignedParams(
  context: TxContext,
  submissionId: string,
  turn: { desk: { name: unknown }; dueOn: IsoDate; instruction: string | null },
  answerLinkId: string,
): Promise<MailParams["assigned"]> {
  const submission = await context.tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      number: true,
      kind: true,
      review: true,
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
      receivedAt: true,
      channel: true,
      theme: { select: { title: true } },
      question: { select: { text: true } },
      private: {
        select: { cooperation: true, request: true, costSharing: true, confidentialNote: true, contactPerson: true },
      },
    },
  });
  const { theme, question, private: hidden, receivedAt, ...facts } = submission;
  return {
    ...facts,
    themeTitle: theme && pick(theme.title as LocalizedText, "ja"),
    questionText: question && pick(question.text as LocalizedText, "ja"),
    partnership:
      facts.kind === "PARTNERSHIP" && hidden
        ? {
            cooperation: hidden.cooperation ?? "",
            request: hidden.request ?? "",
            costSharing: hidden.costSharing ?? "UNDECIDED",
            hasConfidentialNote: hidden.confidentialNote !== null,
            contactPerson: hidden.contactPerson,
          }
        : null,
    receivedOn: isoDate(receivedAt),
    dueOn: turn.dueOn,
    instruction: turn.instruction,
    answerLinkId,
    deskName: turn.desk.name as LocalizedText,
  };
}
