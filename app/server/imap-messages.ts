import type { ImapFlow } from "imapflow";
import { receiveMessage } from "#app/domain/inbound/commands/receive-message.server.ts";
import { findOwnRecipients } from "#app/domain/inbound/find-target.server.ts";
import { largestMessage } from "#app/domain/inbound/inbound.ts";
import {
  dueRetries,
  forgetRetry,
  type NumberedMailbox,
  noteFailure,
  noteSeen,
  openProgress,
} from "#app/domain/inbound/mailbox-progress.server.ts";
import { recipientHeaders } from "#app/domain/inbound/read-message.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";
import { countReceived } from "./inbound-status.ts";

/** Where messages go that were taken in, and those of which only the beginning was. */
export const doneFolder = "sokaku-done";
export const tooLargeFolder = "sokaku-too-large";

/** So much of a message that is too large is taken in: its header and, in most, what was written. */
const beginning = 256 * 1024;
/** Messages whose headers are asked for at once. */
const batch = 100;
/** So much of a header is looked at for addresses: servers put theirs in front, and no list of people is longer. */
const longestHeader = 256 * 1024;

const byUid = { uid: true } as const;

/** A message as its header and the server's list show it. Header null: the server said something of it, but not that. */
type Glance = { uid: number; header: Buffer | null; size: number };

/**
 * Looks at what is new in the open mailbox, and at what could not be taken in before and is due again. Messages for addresses of ours are taken
 * in, each on its own, and moved out; all others stay as they are, unread, and are not looked at a second time.
 *
 * @throws Error if the connection or the database fails; what was not noted as seen is then looked at again
 */
export async function lookThrough(client: ImapFlow, mailbox: string, stop: AbortSignal): Promise<void> {
  // Makes the server tell what arrived, also one that only answers when it is asked.
  await client.noop();
  if (client.mailbox === false) throw new Error("the mailbox is not open");
  const numbered = { mailbox, uidValidity: client.mailbox.uidValidity };
  const seenUpTo = await openProgress(numbered, now());
  for (const uid of await dueRetries(mailbox, now())) {
    if (stop.aborted) return;
    await tryOne(client, mailbox, uid);
  }
  const found = await client.search({ uid: `${seenUpTo + 1}:*` }, byUid);
  if (!found) throw new Error("the mailbox cannot be searched");
  // A range with an end before its beginning means both (RFC 9051 §9, seq-range), so the last message is always found.
  const uids = found.filter((uid) => uid > seenUpTo).sort((one, other) => one - other);
  for (let at = 0; at < uids.length; at += batch) {
    if (!(await lookAt(client, numbered, uids.slice(at, at + batch), stop))) return;
  }
  if (uids.length === 0) await noteSeen(numbered, seenUpTo, now());
}

/** @returns whether all of them were looked at: not where the process stops in between */
async function lookAt(
  client: ImapFlow,
  mailbox: NumberedMailbox,
  uids: readonly number[],
  stop: AbortSignal,
): Promise<boolean> {
  const glances = await glanceAt(client, uids);
  for (const uid of uids) {
    if (stop.aborted) return false;
    // Null: asking for all of them failed, so each is asked for by itself.
    if (glances === null) await tryOne(client, mailbox.mailbox, uid);
    else await withRetry(client, mailbox.mailbox, uid, async () => takeInIfOurs(client, glances.get(uid)));
  }
  await noteSeen(mailbox, uids.at(-1) ?? 0, now());
  return true;
}

async function tryOne(client: ImapFlow, mailbox: string, uid: number): Promise<void> {
  await withRetry(client, mailbox, uid, async () => {
    const glances = await glanceAt(client, [uid]);
    if (glances === null) throw new Error("the server does not give the header");
    await takeInIfOurs(client, glances.get(uid));
    await forgetRetry(mailbox, uid);
  });
}

/** One message that fails is noted and stands in nobody's way; a lost connection fails all. */
async function withRetry(client: ImapFlow, mailbox: string, uid: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!client.usable) throw error;
    log().error({ err: error, mailbox, uid }, "a message could not be taken in");
    countReceived("imap", "failed");
    await noteFailure(mailbox, uid, now());
  }
}

/**
 * What a server says of one message may come in several rows, and a row may only say that somebody marked it meanwhile (RFC 9051 §6.4.9).
 *
 * @returns by UID, without those that are gone; null if the server refuses
 */
async function glanceAt(client: ImapFlow, uids: readonly number[]): Promise<Map<number, Glance> | null> {
  const query = { uid: true, size: true, headers: [...recipientHeaders] };
  try {
    const glances = new Map<number, Glance>();
    // One after the other and cut at once: a hundred headers of many megabytes would be more than the process can hold.
    for await (const { uid, headers, size } of client.fetch(uids.join(","), query, byUid)) {
      const before = glances.get(uid);
      const header = headers === undefined ? undefined : Buffer.from(headers.subarray(0, longestHeader));
      glances.set(uid, { uid, header: header ?? before?.header ?? null, size: size ?? before?.size ?? 0 });
    }
    return glances;
  } catch (error) {
    if (!client.usable) throw error;
    return null;
  }
}

/**
 * Nothing if the message is gone or is not for us.
 *
 * @throws Error if it is there and the server does not give it
 */
async function takeInIfOurs(client: ImapFlow, glance: Glance | undefined): Promise<void> {
  if (glance === undefined) return;
  if (glance.header === null) throw new Error("the server does not give the header");
  const recipients = await findOwnRecipients(glance.header);
  if (recipients.length === 0) return;
  const read = await readSource(client, glance);
  if (read === null) return;
  const context = { actor: { kind: "system", name: "mail" }, now: now(), locale: "ja" } as const;
  for (const recipient of recipients) {
    const { id, state } = await receiveMessage(context, { ...read, recipient });
    countReceived("imap", state);
    log().info({ messageId: id, state }, "a message was taken in");
  }
  // After the commit: if this does not happen, the message comes again, is known, and is moved then.
  await moveAway(client, glance.uid, read.size === undefined ? doneFolder : tooLargeFolder);
}

/**
 * The whole message; of one that is too large the beginning, and its size. Servers may give sizes that are not exact. Null: it is gone.
 *
 * @throws Error if it is there and the server gives nothing of it
 */
async function readSource(client: ImapFlow, { uid, size }: Glance): Promise<{ raw: Buffer; size?: number } | null> {
  const maxLength = size > largestMessage ? beginning : largestMessage + 1;
  const message = await client.fetchOne(String(uid), { source: { maxLength } }, byUid);
  if (message === false) return null;
  const raw = message.source;
  // Also what a server may say of a message that is gone (RFC 2180 §4.1.3): the next try finds out.
  if (!raw?.byteLength) throw new Error("the server does not give the message");
  const whole = Math.max(size, raw.byteLength);
  return whole > largestMessage ? { raw: raw.subarray(0, beginning), size: whole } : { raw };
}

/**
 * Moves a message out of the open mailbox, to a folder that is made where there is none.
 *
 * @throws Error if it cannot be moved
 */
async function moveAway(client: ImapFlow, uid: number, folder: string): Promise<void> {
  if (await move(client, uid, folder)) return;
  // Not there yet, most likely; where it cannot be made, moving says so.
  await client.mailboxCreate(folder).catch(() => undefined);
  if (!(await move(client, uid, folder))) throw new Error(`the message cannot be moved to ${folder}`);
}

async function move(client: ImapFlow, uid: number, folder: string): Promise<boolean> {
  const range = String(uid);
  const can = (capability: string) => client.capabilities.has(capability);
  if (can("MOVE") || can("UIDPLUS")) return Boolean(await client.messageMove(range, folder, byUid));
  // Expunging would also take what others marked as deleted, so the message stays behind with that mark.
  if (!(await client.messageCopy(range, folder, byUid))) return false;
  return client.messageFlagsAdd(range, ["\\Seen", "\\Deleted"], byUid);
}
