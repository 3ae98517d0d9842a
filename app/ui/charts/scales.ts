import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";

/** A length of a chart that stretches with its place, in percent of its width. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** A length of a chart that grows with the text. */
export function rem(value: number): string {
  return `${Math.round(value * 1000) / 1000}rem`;
}

/**
 * Places for pairs of columns beside each other.
 *
 * @param slots how many pairs there is room for, at least 1
 * @returns both columns of each slot, in percent of the width; the two touch each other in the middle of the slot
 */
export function pairPlaces(slots: number): { width: number; middle: (slot: number) => number } {
  const band = scaleBand<number>()
    .domain(Array.from({ length: slots }, (_, slot) => slot))
    .range([0, 100])
    .paddingInner(0.4)
    .paddingOuter(0.2);
  const width = band.bandwidth() / 2;
  return { width, middle: (slot) => (band(slot) ?? 0) + width };
}

/** Heights of counts on an axis that begins at 0 and ends at a round number; its ticks are whole numbers, at most about four. */
export function countAxis(
  values: readonly number[],
  height: number,
): { y: (value: number) => number; ticks: number[] } {
  const y = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([height, 0])
    .nice(3);
  return { y, ticks: y.ticks(3).filter(Number.isInteger) };
}

/** Lengths of counts in percent, the largest 100. All 0 where there is nothing to compare. */
export function shareOfLargest(values: readonly number[]): (value: number) => number {
  return scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([0, 100]);
}

/**
 * A part and the rest of its whole as two pieces of one bar.
 *
 * @param part not more than `whole`
 */
export function partAndRest(part: number, whole: number): { part: [number, number]; rest: [number, number] } {
  const [first, second] = stack<{ part: number; rest: number }>().keys(["part", "rest"])([
    { part, rest: Math.max(whole - part, 0) },
  ]);
  const ends = (series: typeof first): [number, number] => [series?.[0]?.[0] ?? 0, series?.[0]?.[1] ?? 0];
  return { part: ends(first), rest: ends(second) };
}
