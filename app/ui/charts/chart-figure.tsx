import type { ReactNode } from "react";
import { Disclosure } from "../disclosure.tsx";
import { Phrases } from "../phrases.tsx";

/** A chart with its name, what it finds in words, and, one press away, the table of the same numbers. */
export function ChartFigure({
  id,
  title,
  finding,
  table,
  children,
}: {
  id: string;
  title: string;
  finding: ReactNode;
  /** Left out where the chart is a table itself. */
  table?: { summary: ReactNode; content: ReactNode };
  children: ReactNode;
}) {
  return (
    <figure aria-labelledby={`${id}-heading`} className="flex min-w-0 flex-col gap-4">
      <figcaption className="flex flex-col gap-1">
        <h3 id={`${id}-heading`} className="heading-3">
          <Phrases>{title}</Phrases>
        </h3>
        <p className="max-w-reading text-ink-soft">{finding}</p>
      </figcaption>
      {children}
      {table !== undefined && <Disclosure summary={table.summary}>{table.content}</Disclosure>}
    </figure>
  );
}
