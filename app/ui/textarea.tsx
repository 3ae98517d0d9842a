import type { TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlLook, Field, type FieldTexts } from "./field.tsx";

type NativeTextarea = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "id" | "className" | "style" | "placeholder" | "required" | "maxLength" | "children"
>;

/**
 * Several lines of text. It grows with what is typed where the browser can; `rows` is its smallest height.
 */
export function Textarea({
  id,
  label,
  required,
  requirementText,
  visibility,
  visibilityText,
  support,
  error,
  note,
  limit,
  rows = 6,
  ...native
}: FieldTexts & NativeTextarea & { name: string; placeholder?: never }) {
  return (
    <Field {...{ id, label, required, requirementText, visibility, visibilityText, support, error, note, limit }}>
      {(wiring) => (
        <textarea
          {...native}
          {...wiring}
          rows={rows}
          className={classNames(
            controlLook,
            "max-h-[70vh] min-h-[calc(1lh*3+1rem)] resize-y leading-170 field-sizing-content",
            rowsLook(rows),
          )}
        />
      )}
    </Field>
  );
}

/** With `field-sizing` the browser ignores `rows`, so the smallest height is given once more. */
function rowsLook(rows: number): string {
  if (rows <= 3) return "";
  return rows <= 6 ? "min-h-[calc(1lh*6+1rem)]" : "min-h-[calc(1lh*10+1rem)]";
}
