import type { Translate } from "#app/components/text.tsx";
import { weekEnds } from "#app/domain/figures/figures.ts";

/** The days of one of the weeks that `weekEnds` ends, in words; the last has no end. */
export function weekName(t: Translate, week: number): string {
  const from = (weekEnds[week - 1] ?? 0) + 1;
  const to = weekEnds[week];
  if (to === undefined) return t("home:figures.weeks.last", { from });
  return week === 0 ? t("home:figures.weeks.first", { to }) : t("home:figures.weeks.middle", { from, to });
}
