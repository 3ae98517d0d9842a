import pg from "pg";
import { env } from "../env.ts";
import { disconnect, setDatabaseUrl } from "./client.server.ts";
import { startEmbedded } from "./embedded.server.ts";

/** PostgreSQL 15 is the oldest version the schema is written for. */
const OLDEST_VERSION = 150_000;

/** The database of this process, ready for `db()` and `pool()`. */
export type OpenDatabase = {
  url: string;
  /** true: the PostgreSQL that came with the packages; false: the one `DATABASE_URL` names */
  isEmbedded: boolean;
  /** closes all connections and, if the embedded server is used by nobody else, stops it */
  close(): Promise<void>;
};

/**
 * Opens the database the settings name: `DATABASE_URL`, or the embedded PostgreSQL in the data directory. Does not migrate.
 *
 * @param report says to the operator what happens, one line at a time.
 * @throws Error whose message is one line for the operator.
 */
export async function openDatabase(report: (line: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    await checkServer(DATABASE_URL);
    setDatabaseUrl(DATABASE_URL);
    return { url: DATABASE_URL, isEmbedded: false, close: disconnect };
  }
  const cluster = await startEmbedded(DATA_DIR, { report });
  setDatabaseUrl(cluster.url);
  return {
    url: cluster.url,
    isEmbedded: true,
    close: async () => {
      await disconnect();
      await cluster.release();
    },
  };
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new Error(`DATABASE_URL: 接続できません / cannot connect: ${reasonOf(error)}`);
  }
  try {
    const answer = await client.query<{ version: string; encoding: string }>(
      "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
    );
    const { version = "0", encoding = "" } = answer.rows[0] ?? {};
    if (Number(version) < OLDEST_VERSION) {
      throw new Error("DATABASE_URL: PostgreSQL 15 以上が必要です / PostgreSQL 15 or newer is needed");
    }
    if (encoding !== "UTF8") {
      throw new Error(
        `DATABASE_URL: 文字コードが UTF8 ではありません / the database's encoding is ${encoding}, not UTF8`,
      );
    }
  } finally {
    await client.end();
  }
}

function reasonOf(error: unknown): string {
  // A name that resolves to several addresses fails with one error for each and no message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
