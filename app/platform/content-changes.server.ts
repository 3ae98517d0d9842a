import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { databaseUrl } from "./database/client.server.ts";
import { keepAliveAfter } from "./database/pool.server.ts";
import { log } from "./log.ts";

/**
 * PostgreSQL channel on which every committed command is announced to the other processes. `referenceMessage`: the database itself says that
 * a table that seldom changes did (migration `reference_changes`).
 */
const channel = "sokaku_content";
const referenceMessage = "reference";

/** `hearing`: how many connections hear of changes now. */
type Changes = { generation: number; reference: number; hearing: number; listeners: Set<() => void> };

// on globalThis: commands run in the built bundle, the server's own files in another module graph of the same process
const shared = globalThis as typeof globalThis & { sokakuChanges?: Changes };

function changes(): Changes {
  shared.sokakuChanges ??= { generation: 0, reference: 0, hearing: 0, listeners: new Set() };
  return shared.sokakuChanges;
}

/** Grows with every change this process knows of. What was read before it grew may be out of date. */
export function contentGeneration(): number {
  return changes().generation;
}

/** Grows with every change of reference data this process hears of, and when it hears again after a break. */
export function referenceGeneration(): number {
  return changes().reference;
}

/** Whether this process hears of changes now. */
export function isHearingChanges(): boolean {
  return changes().hearing > 0;
}

/** Something that pages show may have changed: called after every commit of a command in this process, and for those of others. */
export function contentChanged({ changedReference = false }: Partial<Announced> = {}): void {
  const current = changes();
  if (changedReference) current.reference += 1;
  current.generation += 1;
  for (const listener of current.listeners) listener();
}

/**
 * SQL to run inside a command's transaction, so that the other processes hear of it when, and only when, it commits. Tells whether the
 * transaction changed reference data.
 */
export const announceChange = `SELECT pg_notify('${channel}', '')::text, current_setting('sokaku.changed_reference', true) = 'yes' AS "changedReference"`;
export type Announced = { changedReference: boolean | null };

export type ChangeWatch = {
  /** Whether changes of other processes are being heard; while not, nothing may be kept. */
  isListening: () => boolean;
  stop: () => Promise<void>;
};

/** Calls `onChange` for every change, of this process or another; also when listening starts again after a break. */
export async function watchContent(onChange: () => void): Promise<ChangeWatch> {
  const { listeners } = changes();
  listeners.add(onChange);
  let client: pg.Client | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: databaseUrl(),
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveAfter,
      connectionTimeoutMillis: 10_000,
    });
    let ended = false;
    next.on("error", () => undefined);
    next.on("notification", ({ payload }) => contentChanged({ changedReference: payload === referenceMessage }));
    next.once("end", () => {
      ended = true;
      // an attempt that failed ends too, and whoever made it tries again: a second one here would double them each time
      if (client !== next) return;
      client = undefined;
      changes().hearing -= 1;
      if (!stopped) void reconnect();
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      if (ended || stopped) throw new Error("the connection ended while it was made");
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    changes().hearing += 1;
    contentChanged({ changedReference: true });
  };
  const reconnect = async (): Promise<void> => {
    while (!stopped && !client) {
      try {
        await connect();
      } catch (error) {
        if (stopped) return;
        log().warn({ err: error }, "cannot listen for changes; pages are made anew for each request");
        await pause(1_000, undefined, { ref: false });
      }
    }
  };
  await connect();

  return {
    isListening: () => client !== undefined,
    stop: async () => {
      stopped = true;
      listeners.delete(onChange);
      await client?.end();
    },
  };
}
