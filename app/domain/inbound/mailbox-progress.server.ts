import { db } from "#app/platform/database/client.server.ts";

/** A mailbox as its server numbers it: UIDs hold for one value of UIDVALIDITY only (RFC 9051 §2.3.1.1). */
export type NumberedMailbox = { mailbox: string; uidValidity: bigint };

const firstRetry = 60_000;
const longestRetry = 3_600_000;

/**
 * Up to which UID a mailbox was looked through; 0: nothing of it. Where the server counts anew, nothing of it was, and what was to be tried
 * again has another number now.
 */
export async function openProgress({ mailbox, uidValidity }: NumberedMailbox, at: Date): Promise<number> {
  const before = await db().inboundMailbox.findUnique({ where: { name: mailbox } });
  if (before?.uidValidity === uidValidity) return Number(before.seenUpTo);
  const anew = { uidValidity, seenUpTo: 0n, lookedAt: at };
  await db().$transaction([
    db().inboundRetry.deleteMany({ where: { mailbox } }),
    db().inboundMailbox.upsert({ where: { name: mailbox }, create: { name: mailbox, ...anew }, update: anew }),
  ]);
  return 0;
}

/** How fetching from a mailbox goes: when it was last looked through (null: never), and how many messages in it could not be taken in yet. */
export async function readProgress(mailbox: string): Promise<{ lookedAt: Date | null; retries: number }> {
  const [row, retries] = await Promise.all([
    db().inboundMailbox.findUnique({ where: { name: mailbox }, select: { lookedAt: true } }),
    db().inboundRetry.count({ where: { mailbox } }),
  ]);
  return { lookedAt: row?.lookedAt ?? null, retries };
}

/** Notes that the mailbox was looked through up to this UID. Whatever of it has to be tried again must have been noted before. */
export async function noteSeen({ mailbox, uidValidity }: NumberedMailbox, uid: number, at: Date): Promise<void> {
  await db().inboundMailbox.updateMany({
    where: { name: mailbox, uidValidity },
    data: { seenUpTo: BigInt(uid), lookedAt: at },
  });
}

/** UIDs of messages that could not be taken in and are to be tried again by now. */
export async function dueRetries(mailbox: string, at: Date): Promise<number[]> {
  const rows = await db().inboundRetry.findMany({
    where: { mailbox, nextAt: { lte: at } },
    orderBy: { uid: "asc" },
    select: { uid: true },
  });
  return rows.map(({ uid }) => Number(uid));
}

/** Notes that a message could not be taken in: it is tried again after a minute, then ever later, at last every hour, without end. */
export async function noteFailure(mailbox: string, uid: number, at: Date): Promise<void> {
  const key = { mailbox, uid: BigInt(uid) };
  const before = await db().inboundRetry.findUnique({ where: { mailbox_uid: key }, select: { attempts: true } });
  const attempts = (before?.attempts ?? 0) + 1;
  const nextAt = new Date(at.getTime() + Math.min(longestRetry, firstRetry * 2 ** (attempts - 1)));
  await db().inboundRetry.upsert({
    where: { mailbox_uid: key },
    create: { ...key, attempts, nextAt },
    update: { attempts, nextAt },
  });
}

/** Notes that a message needs no further try: it was taken in, or is no longer in the mailbox. */
export async function forgetRetry(mailbox: string, uid: number): Promise<void> {
  await db().inboundRetry.deleteMany({ where: { mailbox, uid: BigInt(uid) } });
}
