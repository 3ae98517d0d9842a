import { pool } from "./client.server.ts";

/** @throws Error if the lock is lost, which only the loss of its connection can bring about */
export type HeldLock = { check(): Promise<void> };

/**
 * Runs `work` while no other process holds the lock of this name. The lock belongs to a database connection, so it ends with the process that
 * took it, and no row is locked. `work` holds one connection of `pool()` for as long as it takes.
 *
 * @returns what `work` returned, or "locked" at once if somebody else holds the lock
 */
export async function withSessionLock<T>(name: string, work: (lock: HeldLock) => Promise<T>): Promise<T | "locked"> {
  const client = await pool().connect();
  let broken: Error | undefined;
  const noteBreak = (error: Error) => {
    broken = error;
  };
  client.on("error", noteBreak);
  try {
    const answer = await client.query<{ free: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free",
      [name],
    );
    if (answer.rows[0]?.free !== true) return "locked";
    try {
      return await work({ check: async () => void (await client.query("SELECT 1")) });
    } finally {
      if (!broken) {
        await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch((error: Error) => {
          broken = error;
        });
      }
    }
  } finally {
    client.off("error", noteBreak);
    // A connection that may still hold the lock must not go back to the pool.
    client.release(broken);
  }
}
