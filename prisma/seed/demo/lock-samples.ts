import type { TxContext } from "#app/domain/shared/command-context.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";

/** Adding takes some thousand statements; on a busy machine that is more than a request may take. Milliseconds. */
export const samplesTimeout = 180_000;

/** Of two runs at once, adding or removing, the second waits for the first to end. */
export async function lockSamples(context: TxContext): Promise<void> {
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.samples}::bigint)`;
}
