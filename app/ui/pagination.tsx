import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";

/** Previous and next page of a list that pages by cursor. Renders nothing when there is only one page. */
export function Pagination({
  label,
  previous,
  next,
  status,
}: {
  label: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  /** For example 「1–20件目」. */
  status?: ReactNode;
}) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-center gap-x-6 gap-y-3 border-t border-line pt-6 paper:hidden"
    >
      {status !== undefined && <p className="w-full text-center text-ink-soft">{status}</p>}
      {previous !== undefined && (
        <ButtonLink href={previous.href} rel="prev" variant="outline" icon="chevron-left">
          {previous.label}
        </ButtonLink>
      )}
      {next !== undefined && (
        <ButtonLink href={next.href} rel="next" variant="outline" iconAfter="chevron-right">
          {next.label}
        </ButtonLink>
      )}
    </nav>
  );
}
