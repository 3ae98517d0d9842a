import { addNote } from "#app/domain/handling/commands/add-note.server.ts";
import { askAuthor } from "#app/domain/handling/commands/ask-author.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { markNotOurs } from "#app/domain/handling/commands/mark-not-ours.server.ts";
import { passOnSubmission } from "#app/domain/handling/commands/pass-on-submission.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { replyToQuestion } from "#app/domain/handling/commands/reply-to-question.server.ts";
import { sendBackAnswer } from "#app/domain/handling/commands/send-back-answer.server.ts";
import { newestDecision } from "#app/domain/moderation/appeal-rows.server.ts";
import { fileAppeal } from "#app/domain/moderation/commands/file-appeal.server.ts";
import { trustAddress } from "#app/domain/moderation/commands/trust-address.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { confirmSubmissionAddress } from "#app/domain/submission/commands/confirm-submission-address.server.ts";
import { enterSubmission } from "#app/domain/submission/commands/enter-submission.server.ts";
import { reviseSubmission } from "#app/domain/submission/commands/revise-submission.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import type { Receipt } from "#app/domain/submission/earlier-receipt.server.ts";
import {
  ideaRevisionSchema,
  ideaSchema,
  inquirySchema,
  partnershipRevisionSchema,
  partnershipSchema,
} from "#app/domain/submission/submission.schema.ts";
import { responsibleDeskId } from "#app/domain/submission/visibility.ts";
import { randomToken } from "#app/platform/crypto.ts";
import type { SampleSubmission, SubmissionStep } from "../content/sample-types.ts";
import { confirmationFor } from "./confirmation-for.ts";
import { decisionStep } from "./decision-step.ts";
import { type Moment, type Stage, sampleSender } from "./moment.ts";
import { reportStep } from "./report-step.ts";
import { tellComment } from "./tell-comment.ts";
import { typedFields } from "./typed-fields.ts";

/** What later steps need to know of earlier ones. */
type Told = { receipt: Receipt; typed: Record<string, string>; answerId?: string; questionId?: string };

/** A submission with its comments, as moments. */
export function tellSubmission(sample: SampleSubmission): Moment[] {
  let begun: Told | undefined;
  const told = (): Told => {
    if (begun === undefined) throw new Error(`${sample.key} has not been sent yet`);
    return begun;
  };
  const sent: Moment = {
    at: sample.at,
    what: `${sample.key}: send`,
    async act(stage) {
      const typed = withoutNumber(sample) ? { ...typedFields(sample), corporateNumber: "なし" } : typedFields(sample);
      begun = { typed, receipt: await send(stage, sample, typed) };
    },
  };
  const steps = sample.story.map(
    (step): Moment => ({
      at: step.at,
      what: `${sample.key}: ${step.do}`,
      act: (stage) => takeStep(stage, step, sample, told()),
    }),
  );
  const comments = sample.kind === "INQUIRY" ? [] : sample.comments;
  const on = () => ({ number: told().receipt.number });
  return [sent, ...steps, ...comments.flatMap((comment) => tellComment(comment, on, null))];
}

function withoutNumber(sample: SampleSubmission): boolean {
  return sample.kind === "PARTNERSHIP" && sample.corporateNumber === null;
}

async function send(stage: Stage, sample: SampleSubmission, typed: Record<string, string>): Promise<Receipt> {
  const context = stage.as(sampleSender, sample.locale);
  const asSample = { idempotencyKey: randomToken(), isSample: true };
  const { channel } = sample;
  const arrival = channel && { channel, arrivedOn: isoDate(context.now), authorLocale: sample.locale };
  if (sample.kind === "INQUIRY") {
    const input = { ...inquirySchema.parse(typed), deskSlug: sample.deskSlug, ...asSample };
    return arrival
      ? enterSubmission(context, { kind: "INQUIRY", ...arrival, ...input })
      : submitInquiry(context, input);
  }
  const { kind, themeSlug, questionKey } = sample;
  const fields = { ...typed, questionId: questionKey === null ? "" : stage.questionId(questionKey) };
  switch (kind) {
    case "IDEA": {
      const input = { ...ideaSchema.parse(fields), themeSlug, ...asSample };
      return arrival ? enterSubmission(context, { kind, ...arrival, ...input }) : submitIdea(context, input);
    }
    case "PARTNERSHIP": {
      const input = { ...partnershipSchema.parse(fields), themeSlug, ...asSample };
      return arrival ? enterSubmission(context, { kind, ...arrival, ...input }) : submitPartnership(context, input);
    }
  }
}

/** Who does a step follows from the step; versions are read at that moment, as a page just opened would show them. */
async function takeStep(stage: Stage, step: SubmissionStep, sample: SampleSubmission, told: Told): Promise<void> {
  const submissionId = told.receipt.id;
  const author = stage.as({ kind: "author", of: "submission", id: submissionId }, sample.locale);
  const moderator = stage.as(stage.cast.moderator);
  const present = await author.tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { version: true, handlingDeskId: true, inquiryDeskId: true },
  });
  const { version } = present;
  const desk = () => deskOf(stage, present);
  const dueOn = (context: TxContext, days: number) => addBusinessDays(isoDate(context.now), days);

  switch (step.do) {
    case "confirmAddress": {
      const token = await confirmationFor(author, { submissionId });
      if (token !== null) await confirmSubmissionAddress(author, { token });
      return;
    }
    case "revise":
      told.typed = { ...told.typed, ...typedFields(step) };
      return revise(author, sample, told.typed, version);
    case "withdraw":
      return withdrawSubmission(author, { version });
    case "appeal": {
      const decision = await newestDecision(author.tx, { type: "submission", id: submissionId });
      return fileAppeal(author, { decisionId: known(decision?.id), words: step.words });
    }
    case "approve":
    case "return":
    case "decline":
    case "hide":
    case "restore":
      return decisionStep(stage, step, { type: "submission", id: submissionId }, version);
    case "report":
    case "keepReports":
      return reportStep(stage, step, { type: "submission", id: submissionId, number: told.receipt.number }, version);
    case "trust":
      return trustAddress(moderator, { item: { type: "submission", id: submissionId }, note: step.note });
    case "assign":
      return assignSubmission(moderator, {
        submissionId,
        version,
        deskId: stage.deskId(step.deskSlug),
        dueOn: dueOn(moderator, step.dueInBusinessDays),
        instruction: step.instruction ?? null,
      });
    case "note":
      return addNote(moderator, { submissionId, note: step.note });
    case "draft": {
      const { outcomeKey, body, referral = null } = step;
      const draft = await draftAnswer(desk(), { submissionId, version, outcomeKey, referral, body });
      told.answerId = draft.answerId;
      return;
    }
    case "sendBack":
      return sendBackAnswer(moderator, { submissionId, version, answerId: known(told.answerId), note: step.note });
    case "publishAnswer":
      // The administrator drafts nothing, so is always another person than the drafter.
      return publishAnswer(stage.as(stage.cast.administrator), {
        submissionId,
        version,
        answerId: known(told.answerId),
      });
    case "passOn":
      return passOnSubmission(desk(), {
        submissionId,
        version,
        deskId: stage.deskId(step.deskSlug),
        reason: step.reason,
      });
    case "extend":
      return extendDueDate(desk(), {
        submissionId,
        version,
        dueOn: dueOn(moderator, step.dueInBusinessDays),
        reason: step.reason,
      });
    case "notOurs":
      return markNotOurs(desk(), { submissionId, version, reason: step.reason });
    case "askAuthor": {
      const { questionId } = await askAuthor(desk(), { submissionId, version, question: step.question });
      told.questionId = questionId;
      return;
    }
    case "reply":
      return replyToQuestion(author, { questionId: known(told.questionId), reply: step.reply });
  }
}

/** The officer where the submission lies with one of their desks, else a moderator for the desk. */
function deskOf(stage: Stage, present: { handlingDeskId: string | null; inquiryDeskId: string | null }): TxContext {
  const holder = responsibleDeskId(present);
  const { officer, moderator } = stage.cast;
  return stage.as(holder !== null && officer.deskIds.includes(holder) ? officer : moderator);
}

async function revise(
  author: TxContext,
  { kind, key }: SampleSubmission,
  typed: Record<string, string>,
  version: number,
): Promise<void> {
  switch (kind) {
    case "IDEA":
      return reviseSubmission(author, { kind, version, ...ideaRevisionSchema.parse(typed) });
    case "PARTNERSHIP":
      return reviseSubmission(author, { kind, version, ...partnershipRevisionSchema.parse(typed) });
    case "INQUIRY":
      throw new Error(`${key}: an inquiry is never revised`);
  }
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error("the step before this one is missing in the story");
  return id;
}
