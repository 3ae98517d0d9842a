import { log } from "#app/platform/log.ts";
import { WorkerThread } from "#app/platform/threads/worker-thread.server.ts";
import type { Reading } from "./inbound.ts";
import { type ReadingSetup, unreadable } from "./read-message.server.ts";

type Read = (raw: Uint8Array, setup: ReadingSetup) => Promise<Reading>;

/**
 * Reads messages ({@link readMessage}) in a thread of its own, one after another. A message that breaks the thread or takes longer than `longest`
 * (milliseconds, the start of the thread included) is `unreadable`: it would do the same at every later try.
 *
 * @returns `read` throws Error where the thread reads nothing at all, which is no message's fault: it is to be tried again later
 */
export function messageReader(longest: number): { read: Read; close(): Promise<void> } {
  const thread = new WorkerThread<{ raw: Uint8Array; setup: ReadingSetup }, Reading>({
    file: "app/domain/inbound/reading-worker.server.ts",
    longest,
    // replies come a few a day
    idle: 60_000,
  });
  return {
    read: async (raw, setup) => {
      try {
        // a copy: of a part of a larger piece of memory all of it would be sent
        return await thread.ask({ raw: new Uint8Array(raw), setup });
      } catch (error) {
        await thread.ask({ raw: new Uint8Array(Buffer.from("Subject: -\r\n\r\n-\r\n")), setup });
        log().warn({ err: error, size: raw.byteLength }, "a message could not be read");
        return unreadable();
      }
    },
    close: () => thread.close(new Error("reading was stopped")),
  };
}

/** One of 25 MB takes some two seconds. */
const reader = messageReader(30_000);

/** Reads a message that was received. @throws Error as {@link messageReader} */
export const readReceived: Read = (raw, setup) => reader.read(raw, setup);
