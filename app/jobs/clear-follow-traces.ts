import { clearFollowTraces } from "#app/domain/follow/clear-follow-traces.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Removes what is kept about follows no longer. */
export async function clearFollowTracesJob(): Promise<void> {
  const cleared = await clearFollowTraces(now());
  if (cleared.requests + cleared.news > 0) log().info(cleared, "traces of follows were cleared");
}
