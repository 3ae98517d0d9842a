import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { normalizeTrackingKey } from "#app/domain/shared/tracking-key.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";

export type FoundAuthor = { actor: AuthorActor; number: string; key: string };

/**
 * Who holds this receipt number and tracking key, both as typed (any width and case). A wrong number, a wrong key and a key of another
 * number are the same answer: null.
 */
export async function findAuthor(typedNumber: string, typedKey: string): Promise<FoundAuthor | null> {
  const number = parseReceiptNumber(typedNumber);
  const key = normalizeTrackingKey(typedKey);
  if (number === null || key === null) return null;
  const where = { trackingKeyHash: hashToken(key), number };
  const submission = await db().submission.findUnique({ where, select: { id: true } });
  if (submission !== null) return { actor: { kind: "author", of: "submission", id: submission.id }, number, key };
  const comment = await db().comment.findUnique({ where, select: { id: true } });
  return comment && { actor: { kind: "author", of: "comment", id: comment.id }, number, key };
}
