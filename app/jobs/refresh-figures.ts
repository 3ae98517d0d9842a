import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Counts anew what pages show of the city's work. */
export async function refreshFiguresJob(): Promise<void> {
  if (await refreshFigures(now())) log().info("the figures of the city's work changed");
}
