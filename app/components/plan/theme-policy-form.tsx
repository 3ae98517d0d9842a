import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ThemeEditor } from "#app/domain/plan/queries/get-theme-editor.server.ts";
import { fieldNeeds, reviewModes } from "#app/domain/plan/theme-policy.ts";
import { typedDate } from "#app/domain/shared/japanese-date.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-group.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";

const kinds = ["acceptsIdeas", "acceptsPartnerships", "acceptsComments"] as const;
const days = ["opensOn", "closesOn"] as const;
const fields = ["expectedEffect", "area"] as const;

/** What a theme takes, from when to when, when it is read and what is asked for. */
export function ThemePolicyForm({
  theme,
  mayChange,
  answer,
}: {
  theme: ThemeEditor;
  mayChange: boolean;
  answer?: FormAnswer;
}) {
  const { t, locale } = useText();
  const { policy } = theme;
  const labels = Object.fromEntries(
    [...kinds, ...days, "reviewMode", "publishesTrusted", ...fields].map((name) => [name, t(`themePolicy:${name}`)]),
  );
  const day = (value: string | null) => (value === null ? "" : typedDate(value, locale));
  const box = (value: boolean) => (value ? "on" : "");
  const initial = {
    acceptsIdeas: box(policy.acceptsIdeas),
    acceptsPartnerships: box(policy.acceptsPartnerships),
    acceptsComments: box(policy.acceptsComments),
    opensOn: day(policy.opensOn),
    closesOn: day(policy.closesOn),
    reviewMode: policy.reviewMode,
    publishesTrusted: box(policy.publishesTrusted),
    expectedEffect: policy.expectedEffect,
    area: policy.area,
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "policy") }, labels, "policy-");
  return (
    <Section id="policy" title={t("themePolicy:title")} about={t("themePolicy:about")}>
      <Card>
        {form.messages}
        <SaveForm act="policy" version={theme.version} mayChange={mayChange}>
          {kinds.map((name) => (
            <Checkbox key={name} {...form.box(name)} />
          ))}
          {days.map((name) => (
            <DateInput
              key={name}
              {...form.field(name, { required: false, support: t(`themePolicy:${name}Support`) })}
            />
          ))}
          <RadioGroup
            {...form.field("reviewMode", { support: t("themePolicy:reviewModeSupport") })}
            choices={reviewModes.map((value) => ({ value, label: t(`themePolicy:modes.${value}`) }))}
          />
          <Checkbox {...form.box("publishesTrusted", { support: t("themePolicy:publishesTrustedSupport") })} />
          {fields.map((name) => (
            <Select
              key={name}
              {...form.field(name)}
              options={fieldNeeds.map((value) => ({ value, label: t(`themePolicy:needs.${value}`) }))}
            />
          ))}
        </SaveForm>
      </Card>
    </Section>
  );
}
