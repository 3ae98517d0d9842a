import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlLook, Field, type FieldTexts } from "./field.tsx";

/** Room for about so many full-width characters; the width hints at the length expected. */
export type InputWidth = "full" | "medium" | "short";

const widths: Record<InputWidth, string> = {
  full: "",
  medium: "max-w-[24rem]",
  short: "max-w-[12rem]",
};

type NativeInput = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "id" | "className" | "style" | "placeholder" | "required" | "size" | "width" | "type" | "maxLength"
>;

/**
 * One line of text with everything around it. No `maxLength`: a browser that cuts a pasted text loses words silently;
 * the server says it in an error instead.
 */
export function TextInput({
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
  type = "text",
  width = "full",
  ...native
}: FieldTexts &
  NativeInput & {
    name: string;
    type?: "text" | "email" | "tel" | "url" | "password" | "search" | "number";
    width?: InputWidth;
    placeholder?: never;
  }) {
  return (
    <Field {...{ id, label, required, requirementText, visibility, visibilityText, support, error, note, limit }}>
      {(wiring) => <input {...native} {...wiring} type={type} className={classNames(controlLook, widths[width])} />}
    </Field>
  );
}
