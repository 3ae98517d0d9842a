import { randomUUID } from "node:crypto";
import { addDays } from "date-fns/addDays";
import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { answerLinkDays, isLinkAlive } from "./handling.ts";

/** The secret part of a link's address. It is derived, so that a mail sent again carries the same link; only its hash is stored. */
export function answerToken(linkId: string): string {
  return deriveToken("answer-link", linkId);
}

/**
 * The link for the mails of one assignment: the newest that still works, or a new one.
 *
 * @returns the link's id
 */
export async function answerLinkFor(
  context: TxContext,
  { submissionId, assignmentId }: { submissionId: string; assignmentId: string },
): Promise<string> {
  const latest = await context.tx.answerLink.findFirst({
    where: { assignmentId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, expiresAt: true, revokedAt: true },
  });
  if (latest !== null && isLinkAlive(latest, context.now)) return latest.id;
  const id = randomUUID();
  await context.tx.answerLink.create({
    data: {
      id,
      submissionId,
      assignmentId,
      tokenHash: hashToken(answerToken(id)),
      expiresAt: addDays(context.now, answerLinkDays),
      createdAt: context.now,
    },
    select: { id: true },
  });
  return id;
}

/**
 * Ends every link of one assignment, or of all assignments of a submission, and stops the mails that would bring one. Returns how many
 * stopped working.
 */
export async function revokeLinks(
  context: TxContext,
  of: { assignmentId: string } | { submissionId: string },
): Promise<number> {
  const revoked = await context.tx.answerLink.updateManyAndReturn({
    where: { ...of, revokedAt: null },
    data: { revokedAt: context.now },
    select: { id: true },
  });
  for (const { id } of revoked) await cancelMails(context, { answerLinkId: id });
  return revoked.length;
}
