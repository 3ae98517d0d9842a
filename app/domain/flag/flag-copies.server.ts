import { randomUUID } from "node:crypto";
import type { TxContext } from "#app/domain/shared/command-context.ts";

/** Who sent something, as far as that can be said without knowing who they are. */
export type Sender = {
  /** Keyed hash of the network address and the day; null where nothing came over the network. */
  sender: string | null;
  emailAddressId: string | null;
};

export function isSameSender(one: Sender, other: Sender): boolean {
  return (
    (one.sender !== null && one.sender === other.sender) ||
    (one.emailAddressId !== null && one.emailAddressId === other.emailAddressId)
  );
}

/** How many of a group are looked at when one more arrives. Those before them were flagged when these arrived. */
const mostCopies = 100;

/**
 * Flags what has the same text as something that was just stored, where it was alone when it came and still waits to be read. Nothing else
 * of it changes, not even its version: nobody's decision about it comes back because somebody sent its text again.
 */
export async function flagCopies(context: TxContext, { print, ...newest }: Sender & { print: string }): Promise<void> {
  const { tx, now } = context;
  const group = await tx.textPrint.findMany({
    where: { print },
    orderBy: { at: "desc" },
    take: mostCopies,
    select: { submissionId: true, commentId: true, sender: true, emailAddressId: true },
  });
  if (group.length < 2) return;
  const submissions = group.flatMap(({ submissionId }) => submissionId ?? []);
  const comments = group.flatMap(({ commentId }) => commentId ?? []);
  const flagged = [...(await flagSubmissions(context, submissions)), ...(await flagComments(context, comments))];
  if (flagged.length === 0) return;
  const senders = new Map(group.map((one) => [one.submissionId ?? one.commentId, one]));
  await tx.flag.createMany({
    data: flagged.map(({ id, type, revision }) => {
      const one = senders.get(id);
      const kind = one && isSameSender(one, newest) ? "REPEATED" : "SAME_TEXT";
      return { id: randomUUID(), [`${type}Id`]: id, kind, revision, at: now } as const;
    }),
  });
}

type Flagged = { id: string; type: "submission" | "comment"; revision: number };

/*
 * Submissions and comments have one group, and neither context may know the other, so their marks are set here. What somebody works on at
 * this moment is left out: nobody waits, and it is flagged when the text comes again.
 */

async function flagSubmissions({ tx }: TxContext, ids: string[]): Promise<Flagged[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Omit<Flagged, "type">[]>`
    UPDATE "Submission" SET "isFlagged" = true
    WHERE id IN (
      SELECT id FROM "Submission" AS item
      WHERE id = ANY(${ids}::uuid[])
        AND (review IN ('PENDING', 'RETURNED') OR "awaitsLook" OR (review = 'NOT_PUBLIC' AND handling = 'NEW'))
        AND NOT EXISTS (SELECT FROM "Flag" WHERE "submissionId" = item.id AND kind IN ('REPEATED', 'SAME_TEXT'))
      FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING id, revision`;
  return rows.map((row) => ({ ...row, type: "submission" }));
}

async function flagComments({ tx }: TxContext, ids: string[]): Promise<Flagged[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Omit<Flagged, "type">[]>`
    UPDATE "Comment" SET "isFlagged" = true
    WHERE id IN (
      SELECT id FROM "Comment" AS item
      WHERE id = ANY(${ids}::uuid[])
        AND (review IN ('PENDING', 'RETURNED') OR "awaitsLook")
        AND NOT EXISTS (SELECT FROM "Flag" WHERE "commentId" = item.id AND kind IN ('REPEATED', 'SAME_TEXT'))
      FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING id, revision`;
  return rows.map((row) => ({ ...row, type: "comment" }));
}
