import { useId } from "react";
import { Icon } from "./icon.tsx";

export interface Crumb {
  label: string;
  /** Missing for the page itself, which comes last. */
  href?: string;
  /** Of a label in another language than the page: a title that somebody wrote. */
  lang?: string;
}

/** Where this page is. `label` is visible (「現在位置」) and names the navigation. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  const id = useId();
  return (
    <nav aria-labelledby={id} className="flex flex-wrap items-center gap-x-3 text-small paper:hidden">
      <span id={id} className="font-bold">
        {label}
      </span>
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex items-center gap-1">
            {index > 0 && <Icon name="chevron-right" className="size-4 text-ink-faint" />}
            {crumb.href === undefined ? (
              <span aria-current="page" lang={crumb.lang} className="py-2.5 text-ink-soft">
                {crumb.label}
              </span>
            ) : (
              <a href={crumb.href} lang={crumb.lang} className="inline-flex min-h-11 items-center">
                {crumb.label}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
