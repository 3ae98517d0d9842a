import { requeueForgottenRuns } from "#app/domain/moderation/requeue-forgotten-runs.server.ts";
import { log } from "#app/platform/log.ts";

/** How long after its time a run without a job counts as forgotten, in milliseconds. */
const patience = 2 * 60_000;

/** Takes up runs whose job was lost. */
export async function requeueForgottenRunsJob(): Promise<void> {
  const count = await requeueForgottenRuns(patience);
  if (count > 0) log().warn({ count }, "runs of decisions without a job were queued again");
}
