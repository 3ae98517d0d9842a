import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import type { DeskFormState } from "./form-answer.ts";

type FieldOptions = {
  required?: boolean;
  support?: string;
  limit?: number;
  /** Nothing that was typed is shown again. */
  secret?: boolean;
};

/**
 * The words and values of a staff form: `messages` at its top, `field(name)` for each control. After a conflict each field also says what
 * stands there now where that differs from what was typed.
 *
 * @param labels of every field, in the form's order
 * @param idPrefix for pages with several forms, whose fields would share ids
 */
export function useDeskForm(state: DeskFormState, labels: Record<string, string>, idPrefix = "") {
  const { t } = useText();
  const { initial, answer } = state;
  const isStale = answer?.refusal?.messageKey === "changedMeanwhile";
  const valueFor = (name: string) => (answer ? (answer.values[name] ?? "") : (initial[name] ?? ""));
  const idOf = (name: string) => `${idPrefix}${name}`;
  const problemOf = (name: string, limit?: number) => {
    const key = answer?.problems[name]?.[0];
    return key === undefined ? undefined : t(`errors:${key}`, { maximum: limit });
  };

  const fieldErrors = Object.keys(answer?.problems ?? {})
    .sort((a, b) => order(labels, a) - order(labels, b))
    .map((name) => {
      const label = labels[name];
      const message = problemOf(name) ?? "";
      return label === undefined
        ? { message }
        : { fieldId: idOf(name), message: t("desk:form.fieldProblem", { label, message }) };
    });

  const messages: ReactNode = (
    <>
      <ErrorSummary title={t("desk:form.problems")} errors={fieldErrors} />
      {answer?.refusal && (
        <NotificationBanner
          tone="error"
          live
          toneText={t("desk:form.refused")}
          title={t(`errors:${answer.refusal.messageKey}`, answer.refusal.params)}
        >
          {isStale && <p>{t("desk:form.stale")}</p>}
        </NotificationBanner>
      )}
    </>
  );

  const field = (name: string, { required = true, support, limit, secret = false }: FieldOptions = {}) => ({
    id: idOf(name),
    name,
    label: labels[name] ?? name,
    required,
    requirementText: required ? t("desk:form.required") : t("desk:form.optional"),
    support,
    error: problemOf(name, limit),
    limit,
    note:
      isStale && !secret && initial[name] !== valueFor(name)
        ? t("desk:form.present", { value: initial[name] })
        : limitNote(limit),
    defaultValue: secret ? undefined : valueFor(name),
  });
  const limitNote = (limit?: number) => (limit === undefined ? undefined : t("desk:form.upTo", { n: limit }));

  const box = (name: string, { support }: { support?: string } = {}) => {
    const {
      defaultValue: _value,
      requirementText: _requirement,
      required: _required,
      ...rest
    } = field(name, { required: false, support });
    return { ...rest, defaultChecked: answer ? answer.values[name] === "on" : initial[name] === "on" };
  };

  return { messages, field, box, valueFor, idOf };
}

function order(labels: Record<string, string>, name: string): number {
  const place = Object.keys(labels).indexOf(name);
  return place === -1 ? -1 : place;
}
