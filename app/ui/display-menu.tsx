import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export interface DisplayOption {
  value: string;
  label: string;
  checked: boolean;
}

export interface DisplayChoices {
  /** Where the form is sent. */
  action: string;
  look: { legend: string; options: readonly DisplayOption[] };
  size: { legend: string; options: readonly DisplayOption[] };
  /** Left out where the page's language has no kanji. */
  furigana?: { legend: string; label: string; checked: boolean };
  submitText: string;
  /** Fields that say where to go back to. */
  hidden: Record<string, string>;
}

/**
 * How the page looks: colours, size of text, readings above kanji. A form that works without a script; with one, `data-display` lets the
 * choice take effect at once and the page stays where it is.
 */
export function DisplayForm({ action, look, size, furigana, submitText, hidden }: DisplayChoices) {
  return (
    <form method="post" action={action} data-display className="flex flex-col items-start gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Options name="look" {...look} />
      <Options name="size" {...size} />
      {furigana !== undefined && (
        <fieldset>
          <legend className="pb-1 font-bold">{furigana.legend}</legend>
          <label className={pill}>
            <input type="checkbox" name="furigana" defaultChecked={furigana.checked} className="size-5" />
            {furigana.label}
          </label>
        </fieldset>
      )}
      <Button size="md">{submitText}</Button>
    </form>
  );
}

const pill =
  "inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-line-strong bg-surface px-3 text-ink has-checked:border-accent has-checked:bg-accent-soft";

function Options({ name, legend, options }: { name: string; legend: string; options: readonly DisplayOption[] }) {
  return (
    <fieldset>
      <legend className="pb-1 font-bold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label, checked }) => (
          <label key={value} className={pill}>
            <input type="radio" name={name} value={value} defaultChecked={checked} className="size-5" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** {@link DisplayForm} behind a button of the header. Open, it takes a row of its own and covers nothing. */
export function DisplayMenu({
  text,
  inverse = false,
  ...choices
}: DisplayChoices & { text: string; inverse?: boolean }) {
  return (
    <details className="open:basis-full paper:hidden">
      <summary
        className={classNames(
          "plain-marker ml-auto flex min-h-11 w-fit items-center gap-1 px-2 text-[0.875rem]/[1.4] underline underline-offset-4",
          !inverse && "text-link",
        )}
      >
        <Icon name="eye" />
        {text}
        <Icon name="chevron-down" className="turns" />
      </summary>
      <div className="mb-3 rounded-12 border border-line bg-surface-soft px-4 py-4 text-ink desktop:px-6">
        <DisplayForm {...choices} />
      </div>
    </details>
  );
}
