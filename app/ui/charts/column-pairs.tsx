import { classNames } from "../class-names.ts";
import { countAxis, pairPlaces, percent, rem } from "./scales.ts";

export interface ColumnPair {
  key: string;
  /** Below the columns, a few characters. */
  label: string;
  /** Below the label: the year, where it begins. */
  subLabel?: string;
  values: readonly [number, number];
}

/** Room for so many pairs even if there are fewer, so that one month is no wall. */
const fewestSlots = 6;

/** Parts of the picture, in rem. */
const height = { above: 1.5, plot: 9, below: 3 };
const axisWidth = 2.25;

/**
 * Two numbers at each step of time, as columns beside each other: the first outlined, the second filled. Numbers stand above the columns where
 * there is room for them; they are also in the table that belongs beside the chart.
 *
 * @param description the finding in one sentence, for whoever does not see the picture
 */
export function ColumnPairs({
  id,
  title,
  description,
  names,
  pairs,
  format,
}: {
  id: string;
  title: string;
  description: string;
  names: readonly [string, string];
  pairs: readonly ColumnPair[];
  format: (value: number) => string;
}) {
  const slots = Math.max(pairs.length, fewestSlots);
  const { width, middle } = pairPlaces(slots);
  const { y, ticks } = countAxis(
    pairs.flatMap(({ values }) => values),
    height.plot,
  );
  const digits = Math.max(...pairs.flatMap(({ values }) => values).map((value) => format(value).length), 1);
  const numbers = numbersFrom(slots, digits);
  const everyLabel = slots > fewestSlots ? "@min-[34rem]:block" : "@min-[17rem]:block";
  const sparse = Math.ceil(slots / 3);
  return (
    <div className="@container flex flex-col gap-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small">
        {names.map((name, index) => (
          <li key={name} className="inline-flex items-center gap-2">
            <svg className="chart size-4" aria-hidden="true">
              <rect className={looks[index]} x="1" y="1" width="14" height="14" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg
        className="chart"
        width="100%"
        height={rem(height.above + height.plot + height.below)}
        role="img"
        aria-labelledby={`${id}-picture ${id}-finding`}
      >
        <title id={`${id}-picture`}>{title}</title>
        <desc id={`${id}-finding`}>{description}</desc>
        <svg y={rem(height.above)} height={rem(height.plot)} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className={tick === 0 ? "chart-base" : "chart-line"}
                x2="100%"
                y1={rem(y(tick))}
                y2={rem(y(tick))}
              />
              <text x={rem(axisWidth - 0.5)} y={rem(y(tick) - 0.3)} textAnchor="end">
                {format(tick)}
              </text>
            </g>
          ))}
          <svg className="w-[calc(100%-2.25rem)]" x={rem(axisWidth)} width="92%" aria-hidden="true">
            {pairs.map(({ key, values }, slot) =>
              values.map((value, index) => {
                const left = middle(slot) - (index === 0 ? width : 0);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a pair always has the same two
                  <g key={`${key}-${index}`}>
                    {value > 0 && (
                      <rect
                        className={looks[index]}
                        x={percent(left)}
                        y={rem(y(value))}
                        width={percent(width)}
                        height={rem(height.plot - y(value))}
                      />
                    )}
                    <text
                      className={classNames("hidden", numbers, index === 1 && "chart-strong")}
                      x={percent(middle(slot))}
                      y={rem(y(value) - 0.35)}
                      dx={index === 0 ? "-0.2em" : "0.2em"}
                      textAnchor={index === 0 ? "end" : "start"}
                    >
                      {format(value)}
                    </text>
                  </g>
                );
              }),
            )}
            {pairs.map(({ key, label, subLabel }, slot) => (
              <g key={key} className={slot % sparse === 0 ? undefined : classNames("hidden", everyLabel)}>
                <text x={percent(middle(slot))} y={rem(height.plot + 1.25)} textAnchor="middle">
                  {label}
                </text>
                {subLabel !== undefined && (
                  <text x={percent(middle(slot))} y={rem(height.plot + 2.5)} textAnchor="middle">
                    {subLabel}
                  </text>
                )}
              </g>
            ))}
          </svg>
        </svg>
      </svg>
    </div>
  );
}

const looks = ["chart-open", "chart-full"] as const;

/** From which width of the chart two numbers of so many digits fit above each pair. */
function numbersFrom(slots: number, digits: number): string | false {
  const needed = axisWidth + slots * (0.5 + digits * 1.1);
  if (needed <= 16) return "@min-[16rem]:block";
  if (needed <= 22) return "@min-[22rem]:block";
  if (needed <= 36) return "@min-[36rem]:block";
  return needed <= 60 && "@min-[60rem]:block";
}
