import type { ReactNode } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button.tsx";
import { useUiWords } from "./words.tsx";

/** Attributes of HTML's popovers, which this version of React passes on without knowing their types. */
const popover = { popover: "auto", autoFocus: true } as object;
const opens = (id: string) => ({ popovertarget: id }) as object;
const closes = (id: string) => ({ popovertarget: id, popovertargetaction: "hide" }) as object;

/**
 * A question before something that is hard to take back: a button, and the question it opens over the page. No script: the browser opens it,
 * moves the focus into it, closes it with Escape or a press beside it, and gives the focus back. Where a browser knows no popovers, the
 * button is not there and the question stands open in the page.
 *
 * For the desk. Public pages ask on a page of their own, which can be read twice and printed.
 *
 * @param id unique in the page
 * @param children the form that does it; its button comes first, what closes the question after it
 */
export function ConfirmDialog({
  id,
  openText,
  variant = "danger",
  size,
  title,
  about,
  children,
}: {
  id: string;
  openText: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  title: ReactNode;
  about?: ReactNode;
  children: ReactNode;
}) {
  const words = useUiWords();
  return (
    <>
      <span className="dialog-opener">
        <Button type="button" variant={variant} size={size} {...opens(id)}>
          {openText}
        </Button>
      </span>
      <div id={id} role="dialog" aria-labelledby={`${id}-title`} tabIndex={-1} {...popover} className="dialog">
        <div className="flex flex-col gap-5">
          <h2 id={`${id}-title`} className="heading-3">
            {title}
          </h2>
          {about !== undefined && <div className="text-ink-soft">{about}</div>}
          <div className="flex flex-col gap-3 desktop:flex-row desktop:flex-wrap desktop:items-center">
            {children}
            {words !== null && (
              <span className="dialog-opener">
                <Button type="button" variant="text" wide {...closes(id)}>
                  {words.cancel}
                </Button>
              </span>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
