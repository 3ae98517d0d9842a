import pg from "pg";

const ignore = () => undefined;

/** How long a connection may be silent until it is asked whether it still lives, in milliseconds. The system's own default is two hours. */
export const keepAliveAfter = 60_000;

/**
 * A pool of at most `max` connections to `url` that outlives the loss of any of them: a broken connection is replaced on
 * next use. Without these listeners it would end the process, also while the pool is ending, which does not wait for
 * its connections to be gone.
 */
export function newPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 600_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfter,
  });
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
