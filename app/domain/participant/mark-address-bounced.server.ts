import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * A person's address takes no mail: it counts as not confirmed again, so that nothing but a confirmation mail goes there, and the tracking page
 * says why.
 */
export async function markAddressBounced(context: TxContext, address: string): Promise<void> {
  await context.tx.emailAddress.updateMany({
    where: { address },
    data: { bouncedAt: context.now, confirmedAt: null },
  });
}
