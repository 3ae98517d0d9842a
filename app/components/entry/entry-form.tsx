import type { ReactNode } from "react";
import { ClosedBanner } from "#app/components/submission/closed-banner.tsx";
import { ConfirmView } from "#app/components/submission/confirm-view.tsx";
import { Day } from "#app/components/submission/date-words.tsx";
import type { FormPageStep } from "#app/components/submission/form-page.tsx";
import {
  type FormSpec,
  forAnother,
  ideaForm,
  inquiryForm,
  partnershipForm,
} from "#app/components/submission/form-spec.ts";
import { FormSteps } from "#app/components/submission/form-steps.tsx";
import { emptyForm, type FormState, problemOf, summaryOf } from "#app/components/submission/form-words.ts";
import { InputView } from "#app/components/submission/input-view.tsx";
import { useText } from "#app/components/text.tsx";
import { type IsoDate, parseTypedDate } from "#app/domain/shared/japanese-date.ts";
import type { EntryKind } from "#app/domain/submission/entry.ts";
import { costSharings } from "#app/domain/submission/submission.ts";
import type { EntryForm } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Link } from "#app/ui/link.tsx";
import { ArrivalFields, arrivalFields } from "./arrival-fields.tsx";

const specs: Record<EntryKind, FormSpec> = {
  idea: forAnother(ideaForm),
  partnership: forAnother(partnershipForm),
  inquiry: forAnother(inquiryForm),
};

/** Typing in what arrived: its author's form, with how and when it came; then the same confirm page. */
export function EntryFormView({ form, today, step }: { form: EntryForm; today: IsoDate; step: FormPageStep }) {
  const { t, locale } = useText();
  const spec = specs[form.kind];
  const choices = {
    questionId:
      form.questions.length === 0
        ? []
        : [
            ...form.questions.map(({ id, text }) => ({ value: id, label: text })),
            { value: "", label: t("submission:noQuestion") },
          ],
    costSharing: costSharings.map((value) => ({ value, label: t(`submission:costSharing.${value}`) })),
  };
  const about = `${t(`entry:kinds.${form.kind}`)} › ${form.toName}`;
  if (step?.step === "confirm") {
    const { channel = "", arrivedOn = "", authorLocale = "" } = step.values;
    return (
      <Page title={t("entry:confirm.title")} about={about}>
        <FormSteps current="confirm" />
        <p>{t("entry:confirm.lead")}</p>
        <DescriptionList
          items={[
            { term: t("paper:channelTerm"), description: t(`paper:channel.${channel}`) },
            {
              term: t("paper:arrivedOn"),
              description: <Day day={parseTypedDate(arrivedOn) ?? today} locale={locale} />,
            },
            { term: t("entry:fields.authorLocale"), description: t(`common:languages.${authorLocale}`) },
          ]}
        />
        <ConfirmView
          spec={spec}
          values={step.values}
          idempotencyKey={step.idempotencyKey}
          choices={choices}
          publishedPhones={form.publishedPhones}
          sendLabel={t("entry:send")}
        />
      </Page>
    );
  }
  const state: FormState = step ?? { ...emptyForm, values: { arrivedOn: today, authorLocale: "ja" } };
  return (
    <Page title={t("entry:title")} about={about}>
      <ErrorSummary title={t("common:errorSummary.title")} errors={problemsOf(state)} />
      {form.closed === null ? (
        <>
          <FormSteps current="input" />
          <p>
            <Link href={paths.deskEntry()}>{t("entry:chooseAgain")}</Link>
          </p>
          <InputView
            spec={spec}
            state={state}
            choices={choices}
            withConsent={false}
            ending={
              <Checkbox
                id="consent"
                name="consent"
                label={t(`entry:consent.${form.kind}`)}
                required
                requirementText={t("common:required")}
                support={t("entry:consent.support")}
                defaultChecked={(state.values.consent ?? "") !== ""}
                error={problemOf(t, state, "consent")}
              />
            }
          >
            <ArrivalFields state={state} />
          </InputView>
        </>
      ) : (
        <ClosedBanner closed={form.closed} />
      )}
    </Page>
  );

  /** Those of how it came first, as they stand first. */
  function problemsOf(of: FormState) {
    const problems = Object.entries(of.problems);
    const apart: readonly string[] = [...arrivalFields, "consent"];
    const rest = problems.filter(([name]) => !apart.includes(name));
    const consent = problemOf(t, of, "consent");
    return [
      ...arrivalFields.flatMap((name) => {
        const message = problemOf(t, of, name);
        const label = t(`entry:fields.${name}`);
        return message === undefined
          ? []
          : [{ fieldId: name, message: t("submission:errorOfField", { label, message }) }];
      }),
      ...summaryOf(t, spec, { ...of, problems: Object.fromEntries(rest) }),
      ...(consent === undefined ? [] : [{ fieldId: "consent", message: consent }]),
    ];
  }
}

function Page({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div className="flex max-w-reading flex-col gap-8">
      <DeskHeading title={title} about={about} />
      {children}
    </div>
  );
}
