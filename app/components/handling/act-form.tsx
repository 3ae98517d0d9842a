import type { ReactNode } from "react";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { ErrorSummary, type FieldError } from "#app/ui/error-summary.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { type ActFieldName, type ActFormName, fieldsOfForm, formOf, specOf } from "./act-fields.ts";
import type { ActStep } from "./act-step.ts";

/**
 * The texts of one field of one form, ready for a control: its label, what was typed and what is wrong with it when this form came back,
 * else `given`. Ids carry the form's name, because a page has several forms with fields of the same name.
 */
export function useActField<F extends ActFormName>(form: F, step: ActStep | undefined) {
  const { t } = useText();
  const own = formThatCameBack(form, step);
  return (name: ActFieldName<F>, given?: string) => {
    const spec = specOf(form, name);
    const problem = own?.problems[name]?.[0];
    return {
      id: `${form}-${name}`,
      name,
      label: t(spec.label),
      required: spec.required,
      requirementText: t(spec.required ? "common:required" : "common:optional"),
      error: problem && t(`errors:${problem}`, { ...own?.params, maximum: spec.limit }),
      defaultValue: own?.values[name] ?? given,
      limit: spec.limit,
      note: spec.limit === undefined ? undefined : t("desk:handling.upTo", { n: spec.limit }),
    };
  };
}

/** What was typed in a form and what is wrong with it, where it was posted and came back; else null. */
export function formThatCameBack(form: ActFormName, step: ActStep | undefined) {
  return step?.step === "input" && formOf(step.act) === form ? step : null;
}

/** Whether a form should stand open: it was posted and came back. */
export function cameBack(form: ActFormName, step: ActStep | undefined): boolean {
  return formThatCameBack(form, step) !== null;
}

/** One form of a page with several. It posts to the page itself. */
export function ActForm({
  act,
  version,
  children,
}: {
  /** Left out when the buttons say which act it is. */
  act?: string;
  version: number;
  children: ReactNode;
}) {
  return (
    <PageForm>
      {act !== undefined && <input type="hidden" name="act" value={act} />}
      <input type="hidden" name="version" value={version} />
      <Stack>{children}</Stack>
    </PageForm>
  );
}

/** What is wrong with the form that came back; stands first on the page and leads to its fields. */
export function ActProblems({ step }: { step: ActStep | undefined }) {
  const { t } = useText();
  if (step?.step !== "input") return null;
  const form = formOf(step.act);
  const errors: FieldError[] = Object.entries(step.problems).map(([name, keys]) => {
    const spec = form && fieldsOfForm(form)[name];
    const problem = t(`errors:${keys[0] ?? "input"}`, { ...step.params, maximum: spec?.limit });
    if (!spec) return { message: problem };
    return { fieldId: `${form}-${name}`, message: t("desk:handling.fieldProblem", { label: t(spec.label), problem }) };
  });
  return <ErrorSummary title={t("common:errorSummary.title")} errors={errors} />;
}
