import { useText } from "#app/components/text.tsx";
import { type Choice, RadioGroup } from "#app/ui/choice-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { CorporateNumberField } from "./corporate-number-field.tsx";
import type { FieldSpec, FormSpec } from "./form-spec.ts";
import { type FormState, labelOf, problemOf } from "./form-words.ts";

/** One field of a form with its label, marks, support, value and error. */
export function FormField({
  spec,
  field,
  state,
  choices = [],
}: {
  spec: FormSpec;
  field: FieldSpec;
  state: FormState;
  choices?: readonly Choice[];
}) {
  const { t } = useText();
  const { name, limit } = field;
  const texts = {
    id: name,
    name,
    label: labelOf(t, spec, field),
    required: field.required,
    requirementText: t(field.required ? "common:required" : "common:optional"),
    visibility: field.visibility,
    visibilityText: t(field.visibility === "public" ? "common:visibility.public" : "common:visibility.city"),
    support: field.support ? t(`${spec.words}.fields.${name}.support`) : undefined,
    error: problemOf(t, state, name, limit),
    limit,
    note: limit === undefined ? undefined : t("submission:upTo", { limit }),
  };
  const value = state.values[name] ?? "";
  switch (field.control) {
    case "line":
      return <TextInput {...texts} defaultValue={value} autoComplete={field.autoComplete} />;
    case "text":
      return <Textarea {...texts} defaultValue={value} rows={field.rows} />;
    case "email":
      // Not type=email: browsers would refuse the full-width characters that the server understands.
      return <TextInput {...texts} defaultValue={value} autoComplete={field.autoComplete} inputMode="email" />;
    case "phone":
      return (
        <TextInput {...texts} defaultValue={value} autoComplete={field.autoComplete} inputMode="tel" width="medium" />
      );
    case "choice":
      return choices.length === 0 ? null : <RadioGroup {...texts} choices={choices} defaultValue={value} />;
    case "corporateNumber":
      return <CorporateNumberField {...texts} value={value} noneLabel={t(`${spec.words}.fields.${name}.none`)} />;
  }
}
