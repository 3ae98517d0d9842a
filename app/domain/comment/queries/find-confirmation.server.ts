import { isConfirmationAlive } from "#app/domain/participant/participant.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";

export type FoundConfirmation = {
  /**
   * What the address was given with. `author`: the owner of the address acts for them, for the confirmation alone. `report`: an address given
   * with a report is nobody's but its owner's.
   */
  of: { author: AuthorActor } | { report: string };
  /** Receipt number of what was sent, or of what was reported. */
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
      reportId: true,
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
  reportId,
}: {
  submissionId: string | null;
  commentId: string | null;
  reportId: string | null;
}): Promise<Pick<FoundConfirmation, "of" | "number"> | null> {
  const select = { id: true, number: true } as const;
  if (reportId !== null) {
    const about = { select: { number: true } } as const;
    const row = await db().report.findUnique({
      where: { id: reportId },
      select: { submission: about, comment: about },
    });
    const number = (row?.submission ?? row?.comment)?.number;
    return number === undefined ? null : { of: { report: reportId }, number };
  }
  if (submissionId !== null) {
    const row = await db().submission.findUnique({ where: { id: submissionId }, select });
    return row && { of: { author: { kind: "author", of: "submission", id: row.id } }, number: row.number };
  }
  if (commentId === null) return null;
  const row = await db().comment.findUnique({ where: { id: commentId }, select });
  return row && { of: { author: { kind: "author", of: "comment", id: row.id } }, number: row.number };
}
