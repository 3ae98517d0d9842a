import pg from "pg";

const ignore = () => undefined;

/**
 * A pool of at most `max` connections to `url` that outlives the loss of any of them: a broken connection is replaced on
 * next use. Without these listeners it would end the process, also while the pool is ending, which does not wait for
 * its connections to be gone.
 *
 * @param prepare what is said on each new connection before anybody uses it
 */
export function newPool(url: string, max: number, prepare?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...(prepare === undefined ? {} : { onConnect: (client) => client.query(prepare) }),
  });
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
