import { classNames } from "./class-names.ts";

export interface PagePart {
  /** Id of the part; what it leads to should have a heading. */
  id: string;
  label: string;
}

/**
 * 目次: what stands on a long page, in its order, each a link to its part. From four parts on; a shorter page shows it all at a glance.
 * `columns` sets them beside each other where there is room, for pages with many.
 */
export function PageNavigation({
  id = "contents",
  label,
  parts,
  columns = false,
}: {
  id?: string;
  label: string;
  parts: readonly PagePart[];
  columns?: boolean;
}) {
  return (
    <nav aria-labelledby={id} className="rounded-16 bg-surface-soft px-5 py-5 desktop:px-8 paper:hidden">
      <h2 id={id} className="heading-4">
        {label}
      </h2>
      <ol className={classNames("mt-1", columns ? "gap-x-8 desktop:columns-2 wide:columns-3" : "flex flex-col")}>
        {parts.map((part) => (
          <li key={part.id}>
            <a href={`#${part.id}`} className="inline-flex min-h-11 items-center">
              {part.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
