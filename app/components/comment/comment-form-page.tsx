import type { ReactNode } from "react";
import { ClosedBanner } from "#app/components/submission/closed-banner.tsx";
import { ConfirmView } from "#app/components/submission/confirm-view.tsx";
import type { FormPageStep } from "#app/components/submission/form-page.tsx";
import { readWhen } from "#app/components/submission/form-spec.ts";
import { FormSteps } from "#app/components/submission/form-steps.tsx";
import { emptyForm, summaryOf, wordsIn } from "#app/components/submission/form-words.ts";
import { KeptWords } from "#app/components/submission/kept-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { CommentFormPage as CommentFormData } from "#app/domain/comment/comment-pages.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { commentChoices } from "./comment-choices.ts";
import { CommentForm } from "./comment-form.tsx";
import { commentForm } from "./comment-form-spec.ts";

/** The page of a comment form in steps, on a theme or on a proposal. */
export function CommentFormPage({
  data,
  step,
  action,
  questionId,
  breadcrumb,
}: {
  data: CommentFormData;
  step: FormPageStep;
  action: string;
  questionId?: string;
  breadcrumb: ReactNode;
}) {
  const { t } = useText();
  const takesStance = data.proposal !== null;
  const title = t(data.parent === null ? "comment:form.title" : "comment:form.replyTitle");
  const spec = readWhen(commentForm({ takesStance, isReply: data.parent !== null }), data.readingTime);
  if (step !== undefined && data.closedForSending !== null) {
    return (
      <PageBody breadcrumb={breadcrumb} width="reading">
        <PageHeading title={title} />
        <ClosedBanner closed={data.closedForSending} live />
        <KeptWords words={wordsIn(t, spec, step.values)} />
      </PageBody>
    );
  }
  if (step?.step === "confirm") {
    return (
      <PageBody breadcrumb={breadcrumb} width="reading">
        <PageHeading eyebrow={title} title={t("submission:confirm.title")} lead={t("submission:confirm.lead")} />
        <FormSteps current="confirm" />
        <ConfirmView
          spec={spec}
          values={step.values}
          idempotencyKey={step.idempotencyKey}
          choices={commentChoices(t, data.questions)}
          publishedPhones={data.publishedPhones}
          action={action}
          sendLabel={t("comment:form.send")}
          readingTime={data.readingTime}
        />
      </PageBody>
    );
  }
  const state = step ?? emptyForm;
  return (
    <PageBody breadcrumb={breadcrumb} width="reading">
      <ErrorSummary title={t("common:errorSummary.title")} errors={summaryOf(t, spec, state)} />
      <PageHeading
        eyebrow={data.proposal === null ? data.theme.title : <OwnWords>{data.proposal.title}</OwnWords>}
        title={title}
        lead={t("comment:form.lead")}
      />
      {step !== undefined || data.closed === null ? (
        <>
          <FormSteps current="input" />
          <p>{t("comment:form.notThis")}</p>
          <CommentForm
            action={action}
            takesStance={takesStance}
            questions={data.questions}
            questionId={questionId}
            parent={data.parent}
            state={state}
            readingTime={data.readingTime}
          />
        </>
      ) : (
        <ClosedBanner closed={data.closed} />
      )}
    </PageBody>
  );
}
