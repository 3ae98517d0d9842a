import { forgetSenders } from "#app/domain/flag/judge-text.server.ts";
import { forgetReporters } from "#app/domain/report/keep-report.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Empties what tells that things came from one network, a day after they came. */
export async function forgetSendersJob(): Promise<void> {
  const count = (await forgetSenders(now())) + (await forgetReporters(now()));
  if (count > 0) log().info({ count }, "what tells of one network was forgotten");
}
