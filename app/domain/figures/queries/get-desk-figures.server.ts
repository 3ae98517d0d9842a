import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { type FigureFilter, type Period, periodOf, type WorkFigures } from "../work-figures.ts";
import { figureDesks, getFigureTimes, listNames, type Named, type Names, sumFigures } from "./sum-cells.server.ts";

/** The city's work in figures, as staff see it. */
export type DeskFigures = {
  figures: WorkFigures;
  /** ISO 8601. */
  computedAt: string;
  samples: number;
  period: Period;
  periods: Period[];
  themes: Names["themes"];
  /** All desks, or an officer's own. */
  desks: Named[];
  reasons: Named[];
  /** Officers have no part in deciding what is published. */
  withDecisions: boolean;
};

/** Sums of cells that were counted beforehand, so it costs the same however much arrived. Null before the first count. */
export async function getDeskFigures(
  viewer: StaffActor,
  filter: FigureFilter,
  { locale, now }: { locale: Locale; now: Date },
): Promise<DeskFigures | null> {
  const times = await getFigureTimes(now);
  if (times === null) return null;
  const { promise, periods, ...shown } = times;
  const period = periodOf(periods, filter.period);
  const [figures, names] = await Promise.all([sumFigures(viewer, period, filter, promise), listNames(locale)]);
  const own = figureDesks(viewer);
  return {
    ...shown,
    figures,
    period,
    periods,
    themes: names.themes,
    reasons: names.reasons,
    desks: names.desks.filter(({ id }) => own === null || own.includes(id)),
    withDecisions: !isStaff(viewer, "OFFICER"),
  };
}
