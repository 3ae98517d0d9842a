import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { runDecisions } from "#app/domain/moderation/run-decisions.server.ts";
import { log } from "#app/platform/log.ts";

const payloadSchema = z.object({ runId: z.uuid() });

/** Takes the next decisions of one run. At the job's last attempt what breaks without a known reason is left out, so that the others go on. */
export async function runDecisionsJob(payload: unknown, { job }: Pick<JobHelpers, "job">): Promise<void> {
  const { runId } = payloadSchema.parse(payload);
  const progress = await runDecisions(runId, { leaveOut: job.attempts >= job.max_attempts });
  log().info({ runId, progress }, "decisions");
}
