import type { Actor } from "#app/domain/shared/actor.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { heaps } from "../figures.ts";
import { type Group, type Period, type Spread, steps, withoutFew } from "../work-figures.ts";
import { getFigureTimes, listNames, sumFigures } from "./sum-cells.server.ts";

/** One number of the city's work. What is null was too seldom to be told, or says nothing here. */
export type FigureRecord = {
  /** 'fy2026', 'YYYY-MM', or the day of counting for what waits. */
  period: string;
  by: "all" | "theme" | "kind" | "desk";
  /** Name of the theme or desk, or the kind's code; '' for all, and for what belongs to none. */
  name: string;
  /** `received`, a step, `waiting`, `decision`, `reason`, `report` or `appeal`. */
  what: string;
  /** Of what is waited for, decided or told: its code. Of a reason: what it is called. */
  code: string;
  count: number | null;
  median: number | null;
  ninetieth: number | null;
};

/**
 * Everything the transparency page can show, as open data: what waits now, then each fiscal year and its months, the newest first; one batch
 * a year. Ends at once before the first count.
 */
export async function* exportFigures(viewer: Actor, locale: Locale, now: Date): AsyncGenerator<FigureRecord[]> {
  const times = await getFigureTimes(now);
  if (times === null) return;
  const names = await listNames(locale);
  const nameOf = (by: "theme" | "desk", key: string) => names[`${by}s`].find(({ id }) => id === key)?.name ?? "";
  const reasonOf = (key: string) => names.reasons.find(({ id }) => id === key)?.name ?? key;
  const years = times.periods.filter(({ key }) => key.startsWith("fy"));
  for (const [index, year] of years.entries()) {
    const all = { theme: null, kind: null, desk: null };
    const figures = withoutFew(await sumFigures(viewer, year, all, times.promise));
    const waiting = heaps.map((heap) => ({
      ...blank,
      period: isoDate(new Date(times.computedAt)),
      what: "waiting",
      code: heap,
      count: figures.waiting.heaps[heap],
    }));
    yield [
      ...(index === 0 ? waiting : []),
      ...recordsOf(year, { by: "all", name: "" }, figures.total),
      ...figures.themes.flatMap((group) => recordsOf(year, { by: "theme", name: nameOf("theme", group.key) }, group)),
      ...figures.kinds.flatMap((group) => recordsOf(year, { by: "kind", name: group.key }, group)),
      ...figures.desks.flatMap((group) => recordsOf(year, { by: "desk", name: nameOf("desk", group.key) }, group)),
      ...(["decision", "reason", "report", "appeal"] as const).flatMap((what) =>
        figures[`${what}s`].flatMap(({ key, proposals, comments }) => {
          const of = { ...blank, period: year.key, what, code: what === "reason" ? reasonOf(key) : key };
          return [
            { ...of, count: proposals },
            { ...of, by: "kind" as const, name: "COMMENT", count: comments },
          ];
        }),
      ),
      ...figures.months.flatMap((group) => recordsOf({ key: group.key }, { by: "all", name: "" }, group)),
    ];
  }
}

const blank = { by: "all", name: "", code: "", median: null, ninetieth: null } as const;

function recordsOf(
  { key }: Pick<Period, "key">,
  of: Pick<FigureRecord, "by" | "name">,
  group: Omit<Group, "key">,
): FigureRecord[] {
  const record = (what: string, count: number, spread?: Spread): FigureRecord => ({
    ...of,
    period: key,
    what,
    code: "",
    count,
    median: spread?.median ?? null,
    ninetieth: spread?.ninetieth ?? null,
  });
  return [
    record("received", group.received),
    ...steps.map((step) => record(step, group.steps[step].n, group.steps[step])),
  ];
}
