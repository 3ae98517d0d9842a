import type { TxContext } from "#app/domain/shared/command-context.ts";

/** Whether the office trusts the owner of an address, and mail still reaches them there. */
export async function isTrusted({ tx }: TxContext, emailAddressId: string): Promise<boolean> {
  const row = await tx.trustedAddress.findUnique({
    where: { emailAddressId },
    select: { revokedAt: true, suspendedAt: true, emailAddress: { select: { confirmedAt: true, bouncedAt: true } } },
  });
  if (row === null || row.revokedAt !== null || row.suspendedAt !== null) return false;
  return row.emailAddress.confirmedAt !== null && row.emailAddress.bouncedAt === null;
}
