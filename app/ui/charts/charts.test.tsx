import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarRows } from "./bar-rows.tsx";
import { BarTable } from "./bar-table.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { ColumnPairs } from "./column-pairs.tsx";
import { countAxis, pairPlaces, partAndRest, shareOfLargest } from "./scales.ts";

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const format = (value: number) => String(value);

/** Attributes of every drawn rectangle, the legend's left out. */
const rects = (markup: string) =>
  [...markup.matchAll(/<rect class="(\S+)" ([^>]*)>/g)]
    .map(([, look, rest = ""]) => ({
      look,
      width: Number(/width="([\d.]+)%"/.exec(rest)?.[1]),
      height: Number(/height="([\d.]+)rem"/.exec(rest)?.[1]),
      x: Number(/\bx="([\d.]+)%"/.exec(rest)?.[1]),
    }))
    .filter(({ width }) => !Number.isNaN(width));

const pairs = (values: readonly (readonly [number, number])[]) => (
  <ColumnPairs
    id="months"
    title="月ごとの数"
    description="増えています。"
    names={["届いた", "答えた"]}
    format={format}
    pairs={values.map((both, index) => ({ key: String(index), label: `${index + 1}月`, values: both }))}
  />
);

describe("scales", () => {
  it("end an axis at a round number above every value and mark whole numbers only", () => {
    for (const most of [0, 1, 2, 3, 7, 19, 120, 98_765]) {
      const { y, ticks } = countAxis([0, most], 9);
      expect(y(0)).toBe(9);
      expect(y(most)).toBeGreaterThanOrEqual(0);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect([ticks[0], ticks.length > 1, ticks.length < 7]).toEqual([0, true, true]);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    }
  });

  it("put pairs beside each other without touching", () => {
    for (const slots of [1, 6, 12]) {
      const { width, middle } = pairPlaces(slots);
      for (let slot = 0; slot < slots; slot += 1) {
        expect(middle(slot) - width).toBeGreaterThanOrEqual(slot === 0 ? 0 : middle(slot - 1) + width);
        expect(middle(slot) + width).toBeLessThanOrEqual(100.001);
      }
    }
  });

  it("measure parts by their whole, and nothing by nothing", () => {
    expect(partAndRest(2, 5)).toEqual({ part: [0, 2], rest: [2, 5] });
    expect(partAndRest(0, 0)).toEqual({ part: [0, 0], rest: [0, 0] });
    expect(shareOfLargest([0, 0])(0)).toBe(0);
    expect(shareOfLargest([5, 20])(5)).toBe(25);
  });
});

describe("column pairs", () => {
  it("are one picture with a name and the finding in words", () => {
    const markup = html(pairs([[2, 1]]));
    expect(markup).toMatch(/<svg[^>]* role="img" aria-labelledby="months-picture months-finding">/);
    expect(markup).toContain('<title id="months-picture">月ごとの数</title>');
    expect(markup).toContain('<desc id="months-finding">増えています。</desc>');
  });

  it("are as high as their numbers, in proportion, and stand in order", () => {
    const values = [
      [12, 6],
      [0, 3],
      [4, 8],
    ] as const;
    const drawn = rects(html(pairs(values)));
    expect(drawn.map(({ look }) => look)).toEqual([
      "chart-open",
      "chart-full",
      "chart-full",
      "chart-open",
      "chart-full",
    ]);
    const unit = (drawn[0]?.height ?? 0) / 12;
    const numbers = values.flat().filter((value) => value > 0);
    for (const [index, value] of numbers.entries()) expect(drawn[index]?.height).toBeCloseTo(value * unit, 2);
    expect(drawn.map(({ x }) => x)).toEqual(drawn.map(({ x }) => x).toSorted((one, other) => one - other));
  });

  it("name their two series in words, and write every number", () => {
    const markup = html(pairs([[19, 4]]));
    for (const text of ["届いた", "答えた", ">19<", ">4<", ">1月<"]) expect(markup).toContain(text);
  });

  it("of one month leave room, and of nothing draw a base line alone", () => {
    expect(rects(html(pairs([[5, 2]])))[0]?.width).toBeLessThan(10);
    const empty = html(pairs([[0, 0]]));
    expect(rects(empty)).toEqual([]);
    expect(empty).toContain("chart-base");
    expect(html(pairs([]))).not.toMatch(/NaN|Infinity/);
  });

  it("of twelve months label few of them where there is little room", () => {
    const markup = html(pairs(Array.from({ length: 12 }, (_, index) => [index, index] as const)));
    const labels = [...markup.matchAll(/<g( class="hidden[^"]*")?><text[^>]*>\d+月</g)];
    expect(labels).toHaveLength(12);
    expect(labels.filter(([, hidden]) => hidden === undefined)).toHaveLength(3);
  });
});

describe("bar rows", () => {
  const rows = [
    { key: "a", label: "5日以内", value: 8, text: "8件" },
    { key: "b", label: "6日以上", value: 2, text: "2件" },
    { key: "c", label: "21日以上", value: 0, text: "0件" },
  ];

  it("draw the largest from edge to edge and nothing for nothing, and say every number", () => {
    const markup = html(<BarRows id="speed" title="日数" description="早いです。" rows={rows} />);
    expect(rects(markup).map(({ width }) => width)).toEqual([100, 25]);
    for (const { label, text } of rows) expect(markup).toMatch(new RegExp(`${label}<.*>${text}<`));
    expect(markup).toContain('role="img" aria-labelledby="speed-picture speed-finding"');
  });
});

describe("a table with bars", () => {
  it("draws what its cells say, and hides the drawing from whoever hears the cells", () => {
    const markup = html(
      <BarTable
        caption="テーマごと"
        nameHeader="テーマ"
        name={({ name }) => name}
        rowKey={({ key }) => key}
        bar={({ whole, part }) => (whole === null ? null : { whole, part })}
        note={() => "少なすぎます"}
        columns={[
          { key: "whole", header: "届いた", cell: ({ whole }) => whole ?? "–" },
          { key: "part", header: "答えた", strong: true, cell: ({ part }) => part },
        ]}
        rows={[
          { key: "a", name: "甲", whole: 8, part: 4 },
          { key: "b", name: "乙", whole: 2, part: 0 },
          { key: "c", name: "丙", whole: 0, part: 0 },
          { key: "d", name: "丁", whole: null, part: 0 },
        ]}
      />,
    );
    expect(rects(markup).map(({ look, width }) => [look, width])).toEqual([
      ["chart-open", 100],
      ["chart-full", 50],
      ["chart-open", 25],
    ]);
    expect(markup.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(3);
    const cells = [...markup.matchAll(/<th scope="row"[^>]*>(.).*?<td[^>]*>(\d+)<\/td><td[^>]*>(\d+)<\/td>/g)];
    expect(cells.map(([, ...cell]) => cell)).toEqual([
      ["甲", "8", "4"],
      ["乙", "2", "0"],
      ["丙", "0", "0"],
    ]);
    expect(markup).toMatch(/丁<span[^>]*>少なすぎます<\/span>/);
    expect(markup).toContain('<caption class="sr-only">テーマごと</caption>');
  });
});

describe("a chart with its words", () => {
  it("is a figure named by its heading, with the table one press away", () => {
    const markup = html(
      <ChartFigure id="months" title="Months" finding="More." table={{ summary: "As a table", content: <p>rows</p> }}>
        <p>picture</p>
      </ChartFigure>,
    );
    expect(markup).toMatch(/^<figure aria-labelledby="months-heading".*<h3 id="months-heading"[^>]*>Months<\/h3>/);
    expect(markup).toMatch(/<details.*<summary.*As a table.*<p>rows<\/p>/);
  });
});
