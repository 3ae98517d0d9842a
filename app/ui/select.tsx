import type { SelectHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlLook, Field, type FieldTexts } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface SelectOption {
  value: string;
  label: string;
  /** Where it is not the page's. */
  lang?: string;
  /** What the options next to each other have in common, above them. */
  group?: string;
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
            {inGroups(options).map(({ group, members }) =>
              group === undefined ? (
                members.map((option) => <Option key={option.value} option={option} />)
              ) : (
                <optgroup key={`${group} ${members[0]?.value}`} label={group}>
                  {members.map((option) => (
                    <Option key={option.value} option={option} />
                  ))}
                </optgroup>
              ),
            )}
          </select>
          <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-4 -translate-y-1/2" />
        </span>
      )}
    </Field>
  );
}

function Option({ option: { value, label, lang, data } }: { option: SelectOption }) {
  return (
    <option value={value} lang={lang} {...dataAttributes(data)}>
      {label}
    </option>
  );
}

/** Options next to each other that are of one group. */
function inGroups(options: readonly SelectOption[]): { group: string | undefined; members: SelectOption[] }[] {
  const groups: { group: string | undefined; members: SelectOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}

function dataAttributes(data: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
}
