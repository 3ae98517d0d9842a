import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlLook, Field, type FieldTexts } from "./field.tsx";
import { useUiWords } from "./words.tsx";

type NativeInput = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "id" | "className" | "style" | "placeholder" | "required" | "size" | "width" | "type" | "maxLength" | "autoComplete"
>;

/**
 * A date, typed or pasted in either calendar: 2026-11-22 or 令和8年11月22日, in any width. The server reads it.
 *
 * Not `type="date"`: that one takes no Japanese era and nothing pasted, shows its parts in the order of the browser's language instead of
 * the page's, and is announced as three spin buttons. Without `support` it says how dates can be typed.
 */
export function DateInput({
  id,
  label,
  required,
  requirementText,
  visibility,
  visibilityText,
  support,
  error,
  note,
  ...native
}: FieldTexts & NativeInput & { name: string; placeholder?: never }) {
  const words = useUiWords();
  const texts = { id, label, required, requirementText, visibility, visibilityText, error, note };
  return (
    <Field {...texts} support={support ?? words?.dateSupport}>
      {(wiring) => (
        <input
          {...native}
          {...wiring}
          type="text"
          autoComplete="off"
          className={classNames(controlLook, "max-w-[16rem]")}
        />
      )}
    </Field>
  );
}
