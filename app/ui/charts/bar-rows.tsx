import { percent, rem, shareOfLargest } from "./scales.ts";

export interface BarRow {
  key: string;
  label: string;
  value: number;
  /** The value as it is read: with its unit, its share. */
  text: string;
}

/** Parts of a row, in rem: its words above its bar. */
const row = { height: 3, words: 1, bar: 1.5, thickness: 0.75 };

/**
 * How many of each, as bars below each other on one scale; label and number stand above each bar, so nothing has to fit beside it.
 *
 * @param description the finding in one sentence, for whoever does not see the picture
 */
export function BarRows({
  id,
  title,
  description,
  rows,
}: {
  id: string;
  title: string;
  description: string;
  rows: readonly BarRow[];
}) {
  const length = shareOfLargest(rows.map(({ value }) => value));
  return (
    <svg
      className="chart"
      width="100%"
      height={rem(rows.length * row.height)}
      role="img"
      aria-labelledby={`${id}-picture ${id}-finding`}
    >
      <title id={`${id}-picture`}>{title}</title>
      <desc id={`${id}-finding`}>{description}</desc>
      {rows.map(({ key, label, value, text }, index) => (
        <svg key={key} y={rem(index * row.height)} aria-hidden="true">
          <text y={rem(row.words)}>{label}</text>
          <text className="chart-strong" x="100%" y={rem(row.words)} textAnchor="end">
            {text}
          </text>
          <line className="chart-line" x2="100%" y1={rem(row.bar + row.thickness)} y2={rem(row.bar + row.thickness)} />
          {value > 0 && (
            <rect className="chart-full" y={rem(row.bar)} width={percent(length(value))} height={rem(row.thickness)} />
          )}
        </svg>
      ))}
    </svg>
  );
}
