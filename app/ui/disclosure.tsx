import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** Something more, opened on request. `boxed` draws a frame around it; without it, it sits in the text. */
export function Disclosure({
  summary,
  open = false,
  boxed = false,
  id,
  shortcut,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  boxed?: boolean;
  id?: string;
  /** The key that opens it, where the page has shortcuts. */
  shortcut?: string;
  children: ReactNode;
}) {
  return (
    <details id={id} open={open} className={classNames(boxed && "rounded-12 border border-line bg-surface")}>
      <summary
        aria-keyshortcuts={shortcut}
        className={classNames(
          "plain-marker flex min-h-11 items-center gap-2 rounded-8 font-bold text-link underline decoration-1 underline-offset-4 hover:decoration-[3px]",
          boxed && "px-4 py-3 desktop:px-6",
        )}
      >
        <Icon name="chevron-down" className="turns" />
        <span>{summary}</span>
      </summary>
      <div className={boxed ? "border-t border-line px-4 py-4 desktop:px-6 desktop:py-5" : "py-3 pl-7"}>{children}</div>
    </details>
  );
}
