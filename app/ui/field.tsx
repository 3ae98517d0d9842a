import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { type UiWords, useUiWords } from "./words.tsx";

/** Who will be able to read what is typed into a field. */
export type FieldVisibility = "public" | "private";

/** What every control says about itself. All words come from the page. */
export interface FieldTexts {
  /** Unique in the page; the error summary links to `#id`. */
  id: string;
  label: ReactNode;
  required?: boolean;
  /** 「※必須」 or 「※任意」, always in words. */
  requirementText?: string;
  visibility?: FieldVisibility;
  /** 「公開されます」 or 「市だけが見ます」. */
  visibilityText?: string;
  /** What to type, with an example. There are no placeholders. */
  support?: ReactNode;
  error?: string;
  /** Below the control, for example 「2,000文字まで」. Read after error and support. */
  note?: ReactNode;
  /**
   * Largest number of characters as a reader counts them, for text. The server says so in an error; a script counts while one types. Say it
   * in words in `note` as well.
   */
  limit?: number;
}

/** What a control must carry so that label, support and error belong to it. */
export interface ControlWiring {
  id: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "data-limit"?: number;
  "data-left"?: string;
  "data-over"?: string;
}

/** Ids of what describes a control, the error first (a screen reader then says the error before the support text). */
export function describedBy({
  id,
  support,
  error,
  note,
}: Pick<FieldTexts, "id" | "support" | "error" | "note">): string | undefined {
  return classNames(
    error !== undefined && `${id}-error`,
    support !== undefined && `${id}-support`,
    note !== undefined && `${id}-note`,
  );
}

/** Attributes that wire a control to the parts {@link Field} draws around it, and tell the script that counts what it must know. */
export function wireControl(texts: FieldTexts, count: UiWords["count"] | undefined): ControlWiring {
  return {
    ...(texts.limit !== undefined && { "data-limit": texts.limit, "data-left": count?.left, "data-over": count?.over }),
    id: texts.id,
    required: texts.required || undefined,
    "aria-describedby": describedBy(texts),
    "aria-invalid": texts.error === undefined ? undefined : true,
  };
}

/** Classes shared by text inputs, text areas and selects. */
export const controlLook = "control";

/** Mark on a label or a value: published, or read by the city alone. */
export function VisibilityMark({ visibility, children }: { visibility: FieldVisibility; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1 rounded-full border px-2 py-px text-[0.875rem]/[1.5] font-normal",
        visibility === "public"
          ? "border-success-line bg-success-soft text-success"
          : "border-line-strong bg-surface-sunken text-ink",
      )}
    >
      <Icon name={visibility === "public" ? "eye" : "lock"} className="self-center" />
      {children}
    </span>
  );
}

/** Label words with requirement and visibility, the same in `label` and `legend`. */
export function FieldLabelWords({
  label,
  required,
  requirementText,
  visibility,
  visibilityText,
}: Omit<FieldTexts, "id">) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="text-[1.0625rem]/[1.6] font-bold">{label}</span>
      {requirementText !== undefined && (
        <span className={classNames("text-[0.875rem]/[1.6]", required ? "text-error" : "text-ink-faint")}>
          {requirementText}
        </span>
      )}
      {visibility !== undefined && visibilityText !== undefined && (
        <VisibilityMark visibility={visibility}>{visibilityText}</VisibilityMark>
      )}
    </span>
  );
}

export function SupportText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="text-[0.9375rem]/[1.7] text-ink-soft">
      {children}
    </div>
  );
}

export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 font-bold text-error">
      <Icon name="error" className="mt-[0.225em]" />
      <span>{children}</span>
    </p>
  );
}

/**
 * Label, requirement, support, control, error, note: in this order, for every control with one input.
 * The control is given as a function, so that it cannot forget its wiring.
 */
export function Field({ children, ...texts }: FieldTexts & { children: (wiring: ControlWiring) => ReactNode }) {
  const words = useUiWords();
  return (
    <div className={classNames("flex flex-col gap-2", texts.error !== undefined && "border-l-4 border-error pl-4")}>
      <label htmlFor={texts.id} className="self-start">
        <FieldLabelWords {...texts} />
      </label>
      {texts.support !== undefined && <SupportText id={`${texts.id}-support`}>{texts.support}</SupportText>}
      {children(wireControl(texts, words?.count))}
      {texts.error !== undefined && <ErrorText id={`${texts.id}-error`}>{texts.error}</ErrorText>}
      {texts.note !== undefined && (
        <p id={`${texts.id}-note`} className="text-small text-ink-faint">
          {texts.note}
        </p>
      )}
    </div>
  );
}
