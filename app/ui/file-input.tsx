import { Field, type FieldTexts } from "./field.tsx";

/**
 * Files from the reader's device. `support` says in words which kinds and how large a file may be; `accept` only helps the file dialog and
 * checks nothing, so the server must.
 *
 * @param accept media types or endings, as in HTML: "application/pdf,.docx"
 */
export function FileInput({
  id,
  label,
  required,
  requirementText,
  visibility,
  visibilityText,
  support,
  error,
  note,
  name,
  accept,
  multiple,
}: FieldTexts & { name: string; accept: string; multiple?: boolean }) {
  return (
    <Field {...{ id, label, required, requirementText, visibility, visibilityText, support, error, note }}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          className="control cursor-pointer border-dashed file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-8 file:border-2 file:border-solid file:border-accent file:bg-surface file:px-4 file:font-bold file:text-accent"
        />
      )}
    </Field>
  );
}
