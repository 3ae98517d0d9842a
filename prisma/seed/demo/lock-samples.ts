import type { TxContext } from "#app/domain/shared/command-context.ts";

const SAMPLES_LOCK = 7_205_110_201;

/** Adding takes some thousand statements; on a busy machine that is more than a request may take. Milliseconds. */
export const samplesTimeout = 180_000;

/** Of two runs at once, adding or removing, the second waits for the first to end. */
export async function lockSamples(context: TxContext): Promise<void> {
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(${SAMPLES_LOCK}::bigint)`;
}
