import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorText, FieldLabelWords, type FieldTexts, SupportText } from "./field.tsx";

export interface Choice {
  value: string;
  label: ReactNode;
  support?: ReactNode;
  /** Of a checkbox that is sent under a name of its own. */
  name?: string;
  /** Id of something elsewhere on the page that says what choosing it means. */
  describedBy?: string;
}

const choiceLook =
  "flex min-h-12 cursor-pointer items-start gap-3 rounded-8 border border-line bg-surface px-4 py-2.5 hover:border-ink has-checked:border-accent has-checked:bg-accent-soft";

const boxLook = "mt-[0.125em] size-6 flex-none";

function ChoiceWords({ label, support, supportId }: { label: ReactNode; support?: ReactNode; supportId: string }) {
  return (
    <span className="flex flex-col">
      <span>{label}</span>
      {support !== undefined && (
        <span id={supportId} className="text-small text-ink-soft [word-break:normal]">
          {support}
        </span>
      )}
    </span>
  );
}

interface GroupProps extends FieldTexts {
  name: string;
  choices: readonly Choice[];
  /** Side by side from the desktop width on; for short labels. */
  inline?: boolean;
}

function Group({ children, inline, ...texts }: Omit<GroupProps, "choices" | "name"> & { children: ReactNode }) {
  return (
    <fieldset
      aria-describedby={describedBy(texts)}
      className={classNames("flex min-w-0 flex-col gap-2", texts.error !== undefined && "border-l-4 border-error pl-4")}
    >
      <legend className="float-left w-full">
        <FieldLabelWords {...texts} />
      </legend>
      {texts.support !== undefined && <SupportText id={`${texts.id}-support`}>{texts.support}</SupportText>}
      <div className={classNames("clear-both flex flex-col gap-2", inline && "desktop:flex-row desktop:flex-wrap")}>
        {children}
      </div>
      {texts.error !== undefined && <ErrorText id={`${texts.id}-error`}>{texts.error}</ErrorText>}
      {texts.note !== undefined && (
        <p id={`${texts.id}-note`} className="text-small text-ink-faint">
          {texts.note}
        </p>
      )}
    </fieldset>
  );
}

/** The first choice carries the field's own id, so that the error summary leads to something that takes the focus. */
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

/** One of few. Nothing is chosen beforehand unless `defaultValue` says so. */
export function RadioGroup({ name, choices, defaultValue, inline, ...texts }: GroupProps & { defaultValue?: string }) {
  return (
    <Group {...texts} inline={inline}>
      {choices.map((choice, index) => {
        const id = choiceId(texts.id, index);
        return (
          <label key={choice.value} className={choiceLook}>
            <input
              type="radio"
              id={id}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={texts.required || undefined}
              aria-invalid={texts.error === undefined ? undefined : true}
              aria-describedby={
                classNames(choice.support !== undefined && `${id}-about`, choice.describedBy) || undefined
              }
              className={boxLook}
            />
            <ChoiceWords label={choice.label} support={choice.support} supportId={`${id}-about`} />
          </label>
        );
      })}
    </Group>
  );
}

/** Any number of a few. Inputs share one name, which the server reads with `getAll`, unless choices have their own. */
export function CheckboxGroup({
  name,
  choices,
  defaultValues = [],
  inline,
  ...texts
}: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <Group {...texts} inline={inline}>
      {choices.map((choice, index) => {
        const id = choiceId(texts.id, index);
        return (
          <label key={choice.value} className={choiceLook}>
            <input
              type="checkbox"
              id={id}
              name={choice.name ?? name}
              value={choice.value}
              defaultChecked={defaultValues.includes(choice.value)}
              aria-invalid={texts.error === undefined ? undefined : true}
              aria-describedby={choice.support === undefined ? undefined : `${id}-about`}
              className={boxLook}
            />
            <ChoiceWords label={choice.label} support={choice.support} supportId={`${id}-about`} />
          </label>
        );
      })}
    </Group>
  );
}

/** One box that stands alone, such as a consent. Requirement and visibility stand beside its words. */
export function Checkbox({
  name,
  value = "on",
  defaultChecked,
  ...texts
}: FieldTexts & { name: string; value?: string; defaultChecked?: boolean }) {
  return (
    <div className={classNames("flex flex-col gap-2", texts.error !== undefined && "border-l-4 border-error pl-4")}>
      {texts.support !== undefined && <SupportText id={`${texts.id}-support`}>{texts.support}</SupportText>}
      <label className={choiceLook}>
        <input
          type="checkbox"
          id={texts.id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={texts.required || undefined}
          aria-invalid={texts.error === undefined ? undefined : true}
          aria-describedby={describedBy(texts)}
          className={boxLook}
        />
        <FieldLabelWords {...texts} />
      </label>
      {texts.error !== undefined && <ErrorText id={`${texts.id}-error`}>{texts.error}</ErrorText>}
      {texts.note !== undefined && (
        <p id={`${texts.id}-note`} className="text-small text-ink-faint">
          {texts.note}
        </p>
      )}
    </div>
  );
}
