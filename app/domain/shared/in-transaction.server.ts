import { db } from "#app/platform/database/client.server.ts";
import type { CommandContext, TxContext } from "./command-context.ts";

/**
 * Runs `work` in one database transaction (READ COMMITTED, at most 15 s). Called with a context that is already inside one, it
 * joins it: commands compose and commit once.
 */
export async function inTransaction<T>(
  context: CommandContext | TxContext,
  work: (context: TxContext) => Promise<T>,
): Promise<T> {
  if ("tx" in context) return work(context);
  return db().$transaction((tx) => work({ ...context, tx } as TxContext), { maxWait: 5_000, timeout: 15_000 });
}
