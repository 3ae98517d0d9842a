import type { Translate } from "#app/components/text.tsx";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";
import type { FieldError } from "#app/ui/error-summary.tsx";
import { type FieldSpec, type FormSpec, fieldsOf } from "./form-spec.ts";

/** What was typed and what is wrong with it; problems by field name, each a key of the `errors` namespace. */
export type FormState = {
  values: Record<string, string>;
  problems: FieldProblems;
  params?: Record<string, string | number>;
};

export const emptyForm: FormState = { values: {}, problems: {} };

export const labelOf = (t: Translate, spec: FormSpec, field: FieldSpec) =>
  t(`${spec.words}.fields.${field.name}.label`);

/** The words of one problem. */
export function problemWords(t: Translate, key: string, params: FormState["params"], limit?: number): string {
  return t(`errors:${key.replace(/^errors:/, "")}`, { ...params, maximum: limit });
}

/** The first problem of a field in words, or nothing. */
export function problemOf(t: Translate, state: FormState, name: string, limit?: number): string | undefined {
  const key = state.problems[name]?.[0];
  return key === undefined ? undefined : problemWords(t, key, state.params, limit);
}

/** All problems for the summary, in the order of the form, each with the label of its field; those of no field come first. */
export function summaryOf(t: Translate, spec: FormSpec, state: FormState): FieldError[] {
  const fields: FieldSpec[] = [...fieldsOf(spec), { name: "consent", control: "choice", visibility: "private" }];
  const known = new Set(fields.map((field) => field.name));
  const ofNoField = Object.entries(state.problems)
    .filter(([name]) => !known.has(name))
    .flatMap(([, keys]) => keys.map((key) => ({ message: problemWords(t, key, state.params) })));
  const ofFields = fields.flatMap((field) => {
    const message = problemOf(t, state, field.name, field.limit);
    if (message === undefined) return [];
    const label = field.name === "consent" ? t("submission:consent.label") : labelOf(t, spec, field);
    return [{ fieldId: field.name, message: t("submission:errorOfField", { label, message }) }];
  });
  return [...ofNoField, ...ofFields];
}

/** What was typed, but for choices: they are one click. */
export function wordsIn(
  t: Translate,
  spec: FormSpec,
  values: Record<string, string>,
): { label: string; text: string }[] {
  return fieldsOf(spec)
    .filter(({ control }) => control !== "choice")
    .map((field) => ({ label: labelOf(t, spec, field), text: values[field.name] ?? "" }));
}
