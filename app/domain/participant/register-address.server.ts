import { randomUUID } from "node:crypto";
import type { TxContext } from "#app/domain/shared/command-context.ts";

export type RegisteredAddress = { id: string; confirmed: boolean };

/**
 * The row of a mail address, made on first use. Two people registering the same address at the same time get the same row.
 *
 * @param email as `normalizeEmail` gives it
 */
export async function registerAddress(context: TxContext, email: string): Promise<RegisteredAddress> {
  await context.tx.emailAddress.createMany({
    data: [{ id: randomUUID(), address: email, createdAt: context.now }],
    skipDuplicates: true,
  });
  const row = await context.tx.emailAddress.findUniqueOrThrow({
    where: { address: email },
    select: { id: true, confirmedAt: true },
  });
  return { id: row.id, confirmed: row.confirmedAt !== null };
}
