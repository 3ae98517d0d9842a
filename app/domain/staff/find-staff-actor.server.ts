import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { accountColumns, actorOf } from "./session.server.ts";

/** The account as an actor, with role and desks as they are now, for what it ordered before; null once it was switched off or is gone. */
export async function findStaffActor(
  client: Pick<Transaction, "staffAccount">,
  id: string,
): Promise<StaffActor | null> {
  const account = await client.staffAccount.findUnique({ where: { id }, select: accountColumns });
  return account?.isActive ? actorOf(account) : null;
}
