import { BackButton } from "#app/components/desk/back-button.tsx";
import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import { planLimits } from "#app/domain/plan/plan-editing.ts";
import type { PlanEditor } from "#app/domain/plan/queries/get-plan-editor.server.ts";
import { typedDate } from "#app/domain/shared/japanese-date.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";

/** A plan's title, summary and period, and whether people take part in it. */
export function PlanFormView({
  plan,
  mayChange,
  answer,
}: {
  plan: PlanEditor;
  mayChange: boolean;
  answer?: FormAnswer;
}) {
  const { t, locale } = useText();
  const labels = {
    ...localizedLabels(t, "title", t("desk:themes.planTitle")),
    ...localizedLabels(t, "summary", t("desk:themes.planSummary")),
    startsOn: t("desk:themes.startsOn"),
    endsOn: t("desk:themes.endsOn"),
    participation: t("desk:themes.participationLabel"),
  };
  const initial = {
    ...localizedValues("title", plan.title),
    ...localizedValues("summary", plan.summary),
    startsOn: typedDate(plan.startsOn, locale),
    endsOn: plan.endsOn === null ? "" : typedDate(plan.endsOn, locale),
    participation: plan.participation,
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "plan") }, labels);
  return (
    <>
      <DoneBanner />
      {form.messages}
      <DeskHeading title={pick(plan.title, locale)} actions={<BackButton href={paths.deskThemes()} />} />
      <Card>
        <SaveForm act="plan" version={plan.version} mayChange={mayChange}>
          <LocalizedControls
            form={form}
            name="title"
            legend={t("desk:themes.planTitle")}
            limit={planLimits.planTitle}
          />
          <LocalizedControls
            form={form}
            name="summary"
            legend={t("desk:themes.planSummary")}
            rows={6}
            limit={planLimits.summary}
          />
          <DateInput {...form.field("startsOn")} />
          <DateInput {...form.field("endsOn", { required: false, support: t("desk:themes.endsOnSupport") })} />
          <RadioGroup
            {...form.field("participation")}
            choices={(["OPEN", "CLOSED"] as const).map((value) => ({
              value,
              label: t(`desk:themes.participation.${value}`),
            }))}
          />
        </SaveForm>
      </Card>
    </>
  );
}
