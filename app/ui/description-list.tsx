import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { type FieldVisibility, VisibilityMark } from "./field.tsx";

export interface Description {
  term: string;
  description: ReactNode;
  visibility?: FieldVisibility;
  visibilityText?: string;
}

/**
 * Terms and what they are: side by side from the desktop width on (`rows`), or always one above the other (`stacked`).
 * With `visibility` each term says who can read it, as the confirmation page must.
 */
export function DescriptionList({
  items,
  layout = "rows",
}: {
  items: readonly Description[];
  layout?: "rows" | "stacked";
}) {
  return (
    <dl className={classNames("divide-y divide-line", layout === "rows" && "border-y border-line")}>
      {items.map((item) => (
        <div
          key={item.term}
          className={classNames(
            "flex flex-col gap-1 py-4",
            layout === "rows" && "desktop:grid desktop:grid-cols-[14rem_minmax(0,1fr)] desktop:gap-6",
          )}
        >
          <dt className="flex flex-wrap items-start gap-x-2 gap-y-1 font-bold">
            {item.term}
            {item.visibility !== undefined && item.visibilityText !== undefined && (
              <VisibilityMark visibility={item.visibility}>{item.visibilityText}</VisibilityMark>
            )}
          </dt>
          <dd className="min-w-0">{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
