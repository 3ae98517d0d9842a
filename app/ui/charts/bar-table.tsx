import type { ReactNode } from "react";
import { partAndRest, percent, rem, shareOfLargest } from "./scales.ts";

export interface BarTableRow {
  key: string;
  name: ReactNode;
  whole: number;
  part: number;
}

const thickness = 0.75;

/**
 * A table that draws its own numbers: below each name a bar as long as the whole, filled as far as the part. The bars repeat what the cells
 * say, so they are hidden from assistive technology.
 */
export function BarTable({
  caption,
  headers,
  rows,
  format,
}: {
  caption: ReactNode;
  headers: { name: ReactNode; whole: ReactNode; part: ReactNode };
  rows: readonly BarTableRow[];
  format: (value: number) => string;
}) {
  const length = shareOfLargest(rows.map(({ whole }) => whole));
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong align-bottom text-small">
          <th scope="col" className="w-full py-2 font-bold">
            {headers.name}
          </th>
          <th
            scope="col"
            className="py-2 pl-4 text-right font-bold wrap-anywhere narrow:pl-2 desktop:whitespace-nowrap"
          >
            <span className="inline-block min-w-[2.5em] narrow:min-w-0">{headers.whole}</span>
          </th>
          <th
            scope="col"
            className="py-2 pl-4 text-right font-bold wrap-anywhere narrow:pl-2 desktop:whitespace-nowrap"
          >
            <span className="inline-block min-w-[2.5em] narrow:min-w-0">{headers.part}</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ key, name, whole, part }) => {
          const pieces = partAndRest(part, whole);
          return (
            <tr key={key} className="align-bottom">
              <th scope="row" className="py-3 font-normal wrap-anywhere">
                {name}
                <svg className="chart mt-1.5" width="100%" height={rem(thickness)} aria-hidden="true">
                  {whole > 0 && <rect className="chart-open" width={percent(length(whole))} height={rem(thickness)} />}
                  {part > 0 && (
                    <rect className="chart-full" width={percent(length(pieces.part[1]))} height={rem(thickness)} />
                  )}
                </svg>
              </th>
              <td className="py-3 pl-4 narrow:pl-2 text-right">{format(whole)}</td>
              <td className="py-3 pl-4 narrow:pl-2 text-right font-bold">{format(part)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
