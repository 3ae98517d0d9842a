import type { TxContext } from "#app/domain/shared/command-context.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { hashToken } from "#app/platform/crypto.ts";

/** What a person gets for what they sent. */
export type Receipt = { id: string; number: string; trackingKey: string };

/**
 * Makes requests with the same idempotency key follow one another until the transaction ends. Without it the second of two at the same
 * time would run into the unique index and lose its whole transaction.
 */
export async function lockIdempotencyKey(context: TxContext, key: string): Promise<void> {
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${hashToken(key)}, 0))`;
}

/** The receipt of the submission that this key was already used for, or null. Call it before anything else: it takes the lock. */
export async function earlierReceipt(context: TxContext, key: string): Promise<Receipt | null> {
  await lockIdempotencyKey(context, key);
  const row = await context.tx.submission.findUnique({
    where: { idempotencyHash: hashToken(key) },
    select: { id: true, number: true },
  });
  return row && { ...row, trackingKey: trackingKeyOf(row.id) };
}
