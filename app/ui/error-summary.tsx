import { Icon } from "./icon.tsx";

export interface FieldError {
  /** Id of the control to go to; without it the message concerns the whole form. */
  fieldId?: string;
  message: string;
}

/**
 * All errors of a form in one place, first in `main`, each leading to its field. Renders nothing without errors.
 * It takes the focus when the page opens, without a script, and is announced at once.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div
      id="error-summary"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a rejected form the summary is where the reader must continue
      autoFocus
      className="flex flex-col gap-3 rounded-12 border-2 border-error-line bg-error-soft px-4 py-5 desktop:px-6"
    >
      <h2 className="heading-3 flex items-start gap-2 text-error">
        <Icon name="error" className="mt-[0.2em]" />
        <span>{title}</span>
      </h2>
      <ul className="flex list-disc flex-col pl-7">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ""} ${error.message}`}>
            {error.fieldId === undefined ? (
              error.message
            ) : (
              <a
                href={`#${error.fieldId}`}
                className="inline-flex min-h-11 items-center font-bold text-error visited:text-error"
              >
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
