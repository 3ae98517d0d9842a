import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/**
 * A form to be filled in by hand. On screen it is seen as it will be; on paper it is one sheet of A4 and everything else of the page stays
 * away (`app/styles/sheet.css`).
 */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="sheet">{children}</div>;
}

/** Fields beside each other. On paper a `roomy` row takes all the height that the others leave. */
export function SheetRow({ roomy = false, children }: { roomy?: boolean; children: ReactNode }) {
  return <div className={classNames("flex flex-wrap gap-2", roomy && "flex-1")}>{children}</div>;
}

/** Room to write in: beside the label, or below it on ruled `lines`, which share the height there is. */
export function SheetField({ label, note, lines = 1 }: { label: ReactNode; note?: string | false; lines?: number }) {
  return (
    <div
      className={classNames(
        "flex min-w-[min(100%,15rem)] flex-1 flex-col border border-line-strong px-2 pt-1",
        lines === 1 && "min-h-[11mm]",
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-bold">{label}</span>
        {note && <span className="sheet-small">{note}</span>}
      </div>
      {lines > 1 && (
        <div aria-hidden="true" className="flex flex-1 flex-col">
          {Array.from({ length: lines }, (_, line) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
              key={line}
              className={classNames(
                "block min-h-[7.5mm] flex-1",
                line < lines - 1 && "border-b border-dotted border-line-strong",
              )}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** A box to mark by hand, with its words. */
export function SheetBox({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-start gap-2">
      <span aria-hidden="true" className="mt-[.2em] size-[4mm] flex-none border border-ink" />
      <span>{children}</span>
    </span>
  );
}
