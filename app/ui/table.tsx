import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface TableColumn<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row. At most one column. */
  rowHeader?: boolean;
  /** Right-aligned, for amounts and counts. */
  numeric?: boolean;
  /** Never broken over lines: dates, numbers, states. */
  nowrap?: boolean;
  /** Wider than other cells that break over lines, so that long text keeps a readable line. */
  roomy?: boolean;
  sort?: "ascending" | "descending";
}

const pad = "px-3 py-2.5";

/**
 * Rows and columns, 14 px text in rows of 44 px. Wide tables scroll inside their own frame, which the keyboard can reach and scroll.
 *
 * @param id unique in the page; the caption carries `${id}-caption`
 * @param empty shown in place of rows when there are none
 */
export function Table<Row>({
  id,
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
}: {
  id: string;
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
}) {
  return (
    <section
      aria-labelledby={`${id}-caption`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to be scrolled by keyboard
      tabIndex={0}
      className="scroll-cue overflow-x-auto rounded-12 border border-line paper:overflow-visible"
    >
      <table className="w-full border-collapse text-left text-[0.875rem]/[1.5]">
        <caption id={`${id}-caption`} className={captionHidden ? "sr-only" : "heading-4 px-4 py-3 text-left"}>
          {caption}
        </caption>
        <thead className="border-b-2 border-line-strong bg-surface-soft">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort}
                className={classNames(pad, "align-bottom font-bold whitespace-nowrap", column.numeric && "text-right")}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-surface-soft">
              {columns.map((column) => {
                const look = classNames(
                  pad,
                  "align-baseline",
                  column.numeric && "text-right",
                  column.nowrap && "whitespace-nowrap",
                  column.roomy && "min-w-[16rem]",
                  !column.roomy && !column.nowrap && !column.numeric && "min-w-[7em]",
                );
                return column.rowHeader ? (
                  <th
                    key={column.key}
                    scope="row"
                    className={classNames(
                      look,
                      "relative font-bold [&>a:only-child]:after:absolute [&>a:only-child]:after:inset-0",
                    )}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={look}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length} className="px-4 py-10 text-center text-ink-soft">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
