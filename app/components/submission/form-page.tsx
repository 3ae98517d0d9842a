import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import type { ReadingTime } from "#app/domain/plan/theme-policy.ts";
import type { Choice } from "#app/ui/choice-group.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";
import { ConfirmView } from "./confirm-view.tsx";
import type { FormSpec } from "./form-spec.ts";
import { FormSteps } from "./form-steps.tsx";
import { emptyForm, type FormState, summaryOf, wordsIn } from "./form-words.ts";
import { InputView } from "./input-view.tsx";
import { KeptWords } from "./kept-words.tsx";

/** What the action answered: nothing yet, the form again, or the confirm page. */
export type FormPageStep =
  | ({ step: "input" } & FormState)
  | { step: "confirm"; values: Record<string, string>; idempotencyKey: string }
  | undefined;

/**
 * A whole page of a form in steps. `intro` stands above the empty form only; `closed` in place of it, above what was typed into it; `about`, what
 * the form is about, on every step.
 */
export function FormPage({
  spec,
  step,
  breadcrumb,
  eyebrow,
  title,
  lead,
  intro,
  about,
  closed,
  choices,
  initial = {},
  hidden,
  publishedPhones,
  sendLabel,
  withConsent,
  closedForSending,
  readingTime,
}: {
  spec: FormSpec;
  step: FormPageStep;
  breadcrumb?: ReactNode;
  eyebrow?: ReactNode;
  title: string;
  lead?: ReactNode;
  intro?: ReactNode;
  about?: ReactNode;
  closed?: ReactNode;
  /** As `closed`, once something was typed: what was begun in time is taken a little longer. */
  closedForSending?: ReactNode;
  readingTime?: ReadingTime;
  choices?: Record<string, readonly Choice[]>;
  /** What the fields hold before anything was typed. */
  initial?: Record<string, string>;
  hidden?: Record<string, string>;
  publishedPhones: readonly string[];
  sendLabel: string;
  withConsent?: boolean;
}) {
  const { t } = useText();
  const isClosed = step === undefined ? closed : closedForSending;
  if (isClosed && step !== undefined) {
    return (
      <PageBody breadcrumb={breadcrumb} width="reading">
        <PageHeading eyebrow={eyebrow} title={title} />
        {isClosed}
        <KeptWords words={wordsIn(t, spec, step.values)} />
      </PageBody>
    );
  }
  if (step?.step === "confirm") {
    return (
      <PageBody breadcrumb={breadcrumb} width="reading">
        <PageHeading eyebrow={title} title={t("submission:confirm.title")} lead={t("submission:confirm.lead")} />
        <FormSteps current="confirm" />
        {about}
        <ConfirmView
          spec={spec}
          values={step.values}
          idempotencyKey={step.idempotencyKey}
          choices={choices}
          publishedPhones={publishedPhones}
          sendLabel={sendLabel}
          readingTime={readingTime}
        />
      </PageBody>
    );
  }
  const state: FormState = step ?? { ...emptyForm, values: initial };
  return (
    <PageBody breadcrumb={breadcrumb} width="reading">
      <ErrorSummary title={t("common:errorSummary.title")} errors={summaryOf(t, spec, state)} />
      <PageHeading eyebrow={eyebrow} title={title} lead={lead} />
      {isClosed === undefined ? (
        <>
          <FormSteps current="input" />
          {intro}
          {about}
          <InputView spec={spec} state={state} choices={choices} hidden={hidden} withConsent={withConsent} />
        </>
      ) : (
        isClosed
      )}
    </PageBody>
  );
}
