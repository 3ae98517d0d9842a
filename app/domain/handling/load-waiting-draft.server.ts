import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";
import { isOtherThanDrafter } from "./handling.ts";
import { type Handled, mailDeskOf, staffIdOf } from "./load-handled.server.ts";

type WaitingDraft = Awaited<ReturnType<typeof loadWaitingDraft>>;

/**
 * The draft that waits for approval, for whoever may approve it.
 *
 * @throws conflict "notPossibleNow" if it does not wait (any more), forbidden "approvalByAnother" for its own drafter while the rule is in force
 */
export async function loadWaitingDraft(
  { tx, actor }: Pick<TxContext, "tx" | "actor">,
  submissionId: string,
  answerId: string,
) {
  const answer = await tx.answer.findFirst({
    where: { id: answerId, submissionId, state: "DRAFT" },
    select: {
      id: true,
      answerVersion: true,
      deskId: true,
      outcomeKey: true,
      referral: true,
      body: true,
      draftedById: true,
      outcome: { select: { label: true } },
    },
  });
  if (answer === null) throw conflict("notPossibleNow");
  const { approvalByAnotherPerson } = await getSettings(tx);
  const approverId = staffIdOf(actor) ?? "";
  if (!isOtherThanDrafter(approverId, answer.draftedById, approvalByAnotherPerson))
    throw forbidden("approvalByAnother");
  return { ...answer, approverId };
}

/** The mail that brings its author an answer; the preview on the desk and the mail itself are both made from it. */
export async function answeredMessage(
  context: Pick<TxContext, "tx">,
  submission: Handled,
  answer: WaitingDraft,
): Promise<PersonMessage> {
  return {
    template: "answered",
    params: {
      item: { type: "submission", id: submission.id, number: submission.number },
      title: submission.title,
      desk: await mailDeskOf(context, answer.deskId),
      outcome: answer.outcome.label as LocalizedText,
      referral: answer.referral,
      body: answer.body,
      answerVersion: answer.answerVersion,
      path: isPublic(submission) ? paths.proposal(submission.number) : null,
    },
    locale: submission.locale,
    threadKey: submission.number,
    submissionId: submission.id,
  };
}
