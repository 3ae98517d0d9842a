import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { partAndRest, percent, rem, shareOfLargest } from "./scales.ts";

export interface BarTableColumn<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The column that the filled part of the bar stands for. */
  strong?: boolean;
}

const thickness = 0.75;

/** Numbers and their headers break between words only, Japanese ones not at all, until a page has room for a dozen letters in a line. */
const cellLook =
  "pl-4 text-right break-keep narrow:pl-2 @max-[19rem]/page:break-normal @max-[19rem]/page:wrap-anywhere desktop:whitespace-nowrap";

/**
 * A table that draws its own numbers: below each name a bar as long as the whole, filled as far as the part. The bars repeat what the cells
 * say, so they are hidden from assistive technology.
 *
 * @param bar what to draw of a row, on one scale for all of them; null for nothing
 * @param note words in place of a bar
 */
export function BarTable<Row>({
  caption,
  nameHeader,
  name,
  columns,
  rows,
  rowKey,
  bar,
  note,
}: {
  caption: ReactNode;
  nameHeader: ReactNode;
  name: (row: Row) => ReactNode;
  columns: readonly BarTableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  bar: (row: Row) => { whole: number; part: number } | null;
  note?: (row: Row) => ReactNode;
}) {
  const length = shareOfLargest(rows.map((row) => bar(row)?.whole ?? 0));
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong align-bottom text-small">
          <th scope="col" className="w-full py-2 font-bold">
            {nameHeader}
          </th>
          {columns.map(({ key, header }) => (
            <th key={key} scope="col" className={classNames(cellLook, "py-2 font-bold")}>
              <span className="inline-block min-w-[2.5em] narrow:min-w-[2em]">{header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => {
          const drawn = bar(row);
          const words = drawn === null ? note?.(row) : undefined;
          return (
            <tr key={rowKey(row)} className="align-bottom">
              <th scope="row" className="py-3 font-normal wrap-anywhere">
                {name(row)}
                {drawn !== null && <Bar {...drawn} length={length} />}
                {words !== undefined && <span className="mt-0.5 block text-small text-ink-faint">{words}</span>}
              </th>
              {columns.map(({ key, cell, strong }) => (
                <td key={key} className={classNames(cellLook, "py-3", strong && "font-bold")}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ whole, part, length }: { whole: number; part: number; length: (value: number) => number }) {
  const pieces = partAndRest(part, whole);
  return (
    <svg className="chart mt-1.5" width="100%" height={rem(thickness)} aria-hidden="true">
      {whole > 0 && <rect className="chart-open" width={percent(length(whole))} height={rem(thickness)} />}
      {part > 0 && <rect className="chart-full" width={percent(length(pieces.part[1]))} height={rem(thickness)} />}
    </svg>
  );
}
