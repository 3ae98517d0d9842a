import type { SelectHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlLook, Field, type FieldTexts } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface SelectOption {
  value: string;
  label: string;
  /** What a script of the page needs to know about it, as `data-…`. */
  data?: Readonly<Record<string, string>>;
}

type NativeSelect = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "id" | "className" | "style" | "required" | "size" | "children" | "multiple"
>;

/** One of many. `emptyLabel` is the first choice with an empty value (「選んでください」「すべて」). For up to six choices use RadioGroup. */
export function Select({
  id,
  label,
  required,
  requirementText,
  visibility,
  visibilityText,
  support,
  error,
  note,
  options,
  emptyLabel,
  ...native
}: FieldTexts & NativeSelect & { name: string; options: readonly SelectOption[]; emptyLabel?: string }) {
  return (
    <Field {...{ id, label, required, requirementText, visibility, visibilityText, support, error, note }}>
      {(wiring) => (
        <span className="relative block">
          <select {...native} {...wiring} className={classNames(controlLook, "appearance-none pr-11")}>
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} {...dataAttributes(option.data)}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-4 -translate-y-1/2" />
        </span>
      )}
    </Field>
  );
}

function dataAttributes(data: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
}
