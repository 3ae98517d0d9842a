import { type FormState, problemOf } from "#app/components/submission/form-words.ts";
import { useText } from "#app/components/text.tsx";
import { locales } from "#app/domain/shared/localized-text.ts";
import { deskChannels } from "#app/domain/submission/submission.ts";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { FormSection } from "#app/ui/layout.tsx";

export const arrivalFields = ["channel", "arrivedOn", "authorLocale"] as const;

/** How, when and in which language something arrived that staff type in. */
export function ArrivalFields({ state }: { state: FormState }) {
  const { t } = useText();
  const texts = (name: (typeof arrivalFields)[number]) => ({
    id: name,
    name,
    label: t(`entry:fields.${name}`),
    required: true,
    requirementText: t("common:required"),
    error: problemOf(t, state, name),
    defaultValue: state.values[name] ?? "",
  });
  return (
    <FormSection title={t("entry:arrival.title")} about={t("entry:arrival.about")}>
      <RadioGroup
        {...texts("channel")}
        choices={deskChannels.map((channel) => ({ value: channel, label: t(`paper:channel.${channel}`) }))}
        inline
      />
      <DateInput {...texts("arrivedOn")} support={t("entry:arrival.daySupport")} />
      <RadioGroup
        {...texts("authorLocale")}
        support={t("entry:arrival.languageSupport")}
        choices={locales.map((locale) => ({ value: locale, label: t(`common:languages.${locale}`) }))}
        inline
      />
    </FormSection>
  );
}
