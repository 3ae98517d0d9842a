import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * A person's address takes no mail: it counts as not confirmed again, so that nothing but a confirmation mail goes there, and the tracking page
 * says why. Who was trusted by it is so no longer, also once it takes mail again, until a moderator says it anew: by then it may be another
 * person's.
 */
export async function markAddressBounced(context: TxContext, address: string): Promise<void> {
  await context.tx.emailAddress.updateMany({
    where: { address },
    data: { bouncedAt: context.now, confirmedAt: null },
  });
  await context.tx.trustedAddress.updateMany({
    where: { emailAddress: { address }, suspendedAt: null },
    data: { suspendedAt: context.now, version: { increment: 1 } },
  });
}
