import type { ReactNode } from "react";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Choice } from "#app/ui/choice-group.tsx";
import { FormActions, FormSection } from "#app/ui/layout.tsx";
import { ConsentField } from "./consent-field.tsx";
import { FormField } from "./form-field.tsx";
import type { FormSpec } from "./form-spec.ts";
import type { FormState } from "./form-words.ts";

/** The form to fill in: public fields first, then what only the city reads, the consent, and the way to the confirm page. */
export function InputView({
  spec,
  state,
  choices = {},
  hidden = {},
  action,
  withConsent = true,
  ending,
  children,
}: {
  spec: FormSpec;
  state: FormState;
  choices?: Record<string, readonly Choice[]>;
  hidden?: Record<string, string>;
  action?: string;
  withConsent?: boolean;
  /** Before the button, where the usual consent is not what is asked. */
  ending?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <PageForm action={action} className="flex flex-col gap-8">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {spec.sections.map((section) => (
        <FormSection
          key={section.key}
          title={t(`${spec.words}.sections.${section.key}.title`)}
          about={t(section.about ?? `${spec.words}.sections.${section.key}.about`)}
        >
          {section.fields.map((field) => (
            <FormField key={field.name} spec={spec} field={field} state={state} choices={choices[field.name]} />
          ))}
        </FormSection>
      ))}
      {withConsent && <ConsentField state={state} />}
      {ending}
      <FormActions>
        <Button size="lg" wide name="intent" value="confirm" iconAfter="arrow-right">
          {t("submission:toConfirm")}
        </Button>
      </FormActions>
    </PageForm>
  );
}
