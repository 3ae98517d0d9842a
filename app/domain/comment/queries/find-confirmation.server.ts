import { isConfirmationAlive } from "#app/domain/participant/participant.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";

export type FoundConfirmation = {
  /** The author of what the address was given with: the owner of the address acts for them, for the confirmation alone. */
  actor: AuthorActor;
  number: string;
  /** The address, masked. */
  address: string;
  state: "open" | "confirmed" | "expired";
};

/**
 * What the token of a confirmation mail is about. It opens nothing of what was sent: somebody may have mistyped an address, and its owner
 * must not come to read the text by that.
 *
 * @returns null for a token that was never sent
 */
export async function findConfirmation(token: string, now: Date): Promise<FoundConfirmation | null> {
  const found = await db().emailConfirmation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      submissionId: true,
      commentId: true,
      expiresAt: true,
      confirmedAt: true,
      emailAddress: { select: { address: true } },
    },
  });
  if (found === null) return null;
  const item = await itemOf(found);
  if (item === null) return null;
  return {
    ...item,
    address: maskEmail(found.emailAddress.address),
    state: found.confirmedAt !== null ? "confirmed" : isConfirmationAlive(found, now) ? "open" : "expired",
  };
}

async function itemOf({
  submissionId,
  commentId,
}: {
  submissionId: string | null;
  commentId: string | null;
}): Promise<Pick<FoundConfirmation, "actor" | "number"> | null> {
  const select = { id: true, number: true } as const;
  if (submissionId !== null) {
    const row = await db().submission.findUnique({ where: { id: submissionId }, select });
    return row && { actor: { kind: "author", of: "submission", id: row.id }, number: row.number };
  }
  if (commentId === null) return null;
  const row = await db().comment.findUnique({ where: { id: commentId }, select });
  return row && { actor: { kind: "author", of: "comment", id: row.id }, number: row.number };
}
