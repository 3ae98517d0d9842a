import { type FormState, problemOf } from "#app/components/submission/form-words.ts";
import { useText } from "#app/components/text.tsx";
import { locales } from "#app/domain/shared/localized-text.ts";
import { deskChannels } from "#app/domain/submission/submission.ts";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { FormSection } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

export const arrivalFields = ["channel", "arrivedOn", "authorLocale"] as const;

/** The first and the last day that can be named, 'YYYY-MM-DD'. */
export type ArrivalDays = { earliest: string; latest: string };

/** How, when and in which language something arrived that staff type in. */
export function ArrivalFields({ state, days }: { state: FormState; days: ArrivalDays }) {
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
      <TextInput
        {...texts("arrivedOn")}
        support={t("entry:arrival.daySupport")}
        autoComplete="off"
        width="short"
      />
      <RadioGroup
        {...texts("authorLocale")}
        support={t("entry:arrival.languageSupport")}
        choices={locales.map((locale) => ({ value: locale, label: t(`common:languages.${locale}`) }))}
        inline
      />
    </FormSection>
  );
}
