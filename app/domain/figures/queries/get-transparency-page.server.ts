import type { Actor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { type Period, periodOf, type WorkFigures, withoutFew } from "../work-figures.ts";
import type { ShownFigures } from "./get-public-figures.server.ts";
import { getFigureTimes, listNames, type Names, sumFigures } from "./sum-cells.server.ts";

/** The city's work in figures, as everybody sees it. */
export type TransparencyPage = Pick<ShownFigures, "computedAt" | "samples" | "promise"> &
  Names & {
    figures: WorkFigures;
    period: Period;
    periods: Period[];
  };

/** The figures of a period without what is too seldom to be told. Null before the first count. */
export async function getTransparencyPage(
  viewer: Actor,
  asked: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<TransparencyPage | null> {
  const times = await getFigureTimes(now);
  if (times === null) return null;
  const period = periodOf(times.periods, asked);
  const [figures, names] = await Promise.all([
    sumFigures(viewer, period, { theme: null, kind: null, desk: null }, times.promise),
    listNames(locale),
  ]);
  return { ...times, ...names, figures: withoutFew(figures), period };
}
