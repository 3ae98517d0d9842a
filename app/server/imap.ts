import { setTimeout as pause } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { withSessionLock } from "#app/platform/database/session-lock.server.ts";
import type { ImapMailbox } from "#app/platform/env.ts";
import { log } from "#app/platform/log.ts";
import { lookThrough } from "./imap-messages.ts";

export type ImapFetcher = {
  /** Looks for nothing more, lets the message in hand finish, and cuts the connection after some seconds. */
  close(): Promise<void>;
};

/** All in milliseconds. */
export type ImapPace = {
  /** How often the mailbox is looked through where nothing says that mail arrived. */
  look: number;
  /** After the first failure; doubled with each that follows. */
  firstPause: number;
  longestPause: number;
  /** How often a process that is not the one that fetches asks whether it may. */
  turn: number;
};

export const usualPace: ImapPace = { look: 60_000, firstPause: 1_000, longestPause: 300_000, turn: 15_000 };
/** How long the message in hand may still take when the process stops. */
const closingTime = 10_000;
/** A server that says nothing for so long is taken for gone, also while one waits for news (it is asked first). */
const longestSilence = 120_000;

/**
 * Fetches mail for our addresses from a mailbox and takes it in as the LMTP listener does (docs/decisions/0041). Of all processes with the same
 * mailbox one fetches; another takes over when it ends. Returns at once and never gives up: a server that is away, or a wrong password, is in
 * the log, and tried again after ever longer pauses.
 */
export function startImap(mailbox: ImapMailbox, pace: ImapPace = usualPace): ImapFetcher {
  const stopping = new AbortController();
  const running = keepFetching(mailbox, pace, stopping.signal);
  return {
    close: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** How long to wait after so many failures in a row, in milliseconds. */
export function pauseAfter(failures: number, { firstPause, longestPause }: ImapPace): number {
  return Math.min(longestPause, firstPause * 2 ** (failures - 1));
}

async function keepFetching(mailbox: ImapMailbox, pace: ImapPace, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    let wait = pace.turn;
    try {
      await withSessionLock(`imap:${mailbox.name}`, async (lock) => {
        wait = 0;
        await fetchWhileConnected(mailbox, pace, stop, async () => {
          failures = 0;
          await lock.check();
        });
      });
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      wait = pauseAfter(failures, pace);
      // Not the error itself: what the server answered may quote what it was sent.
      const { message, code } = error as Error & { code?: string };
      log().warn({ mailbox: mailbox.name, problem: message, code, pause: wait }, "the mailbox cannot be read");
    }
    await pause(wait, undefined, { signal: stop }).catch(() => undefined);
  }
}

/**
 * One connection, from logging in until the process stops.
 *
 * @param looked called each time the mailbox was looked through
 * @throws Error when the connection cannot be made or ends
 */
async function fetchWhileConnected(
  mailbox: ImapMailbox,
  pace: ImapPace,
  stop: AbortSignal,
  looked: () => Promise<void>,
): Promise<void> {
  const { host, port, user, password, folder, encryption } = mailbox;
  const client = new ImapFlow({
    host,
    port,
    secure: encryption === "from-start",
    ...(encryption === "from-start" ? {} : { doSTARTTLS: encryption === "starttls" }),
    auth: { user, pass: password },
    socketTimeout: longestSilence,
    disableAutoIdle: true,
    // A few messages a day: what it would save is less than what could go wrong.
    disableCompression: true,
    logger: false,
  });
  const bell = newBell();
  let broken: Error | undefined;
  let isOpen = false;
  let cut: NodeJS.Timeout | undefined;
  client.on("error", (error) => {
    broken = error;
  });
  client.on("exists", bell.ring);
  client.on("close", bell.ring);
  const end = () => {
    bell.ring();
    if (isOpen) cut = setTimeout(() => client.close(), closingTime);
    else client.close();
  };
  stop.addEventListener("abort", end, { once: true });
  try {
    if (stop.aborted) return;
    await client.connect();
    await client.mailboxOpen(folder);
    isOpen = true;
    log().info({ mailbox: mailbox.name }, "mail is fetched");
    while (!stop.aborted) {
      await lookThrough(client, mailbox.name, stop);
      await looked();
      // Until another command is given; a server that cannot tell is asked at the next look.
      client.idle().catch(() => undefined);
      await bell.wait(pace.look);
      if (!client.usable) throw broken ?? new Error("the connection ended");
    }
    await client.logout();
  } catch (error) {
    throw broken ?? error;
  } finally {
    clearTimeout(cut);
    stop.removeEventListener("abort", end);
    client.close();
  }
}

/** Rings may come while nobody waits, and are then heard by the next who does. */
function newBell() {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    /** Waits for a ring, at most so many milliseconds. */
    wait: async (most: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, most);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rung = false;
    },
  };
}
