import { type Announced, announceChange, contentChanged } from "#app/platform/content-changes.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { CommandContext, TxContext } from "./command-context.ts";

/**
 * Runs `work` in one database transaction (READ COMMITTED). Called with a context that is already inside one, it joins it: commands
 * compose and commit once. Every commit is announced, so that no process shows pages from before it.
 *
 * @param announced false for work that changes nothing any public page shows: pages need not be made anew for it
 * @param timeout in milliseconds, after which everything is rolled back. A request has 15 s; loads at the operator's hand may ask for more.
 */
export async function inTransaction<T>(
  context: CommandContext | TxContext,
  work: (context: TxContext) => Promise<T>,
  { timeout = 15_000, announced = true }: { timeout?: number; announced?: boolean } = {},
): Promise<T> {
  if ("tx" in context) return work(context);
  const { done, announcement } = await db().$transaction(
    async (tx) => {
      const done = await work({ ...context, tx } as TxContext);
      const [announcement] = announced ? await tx.$queryRawUnsafe<Announced[]>(announceChange) : [];
      return { done, announcement };
    },
    { maxWait: 5_000, timeout },
  );
  if (announcement) contentChanged(announcement);
  return done;
}
