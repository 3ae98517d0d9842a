import type { DeskLinkActor } from "#app/domain/shared/actor.ts";
import { type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isLinkAlive } from "../handling.ts";

/**
 * Who comes with the token of a desk's mail: the desk, for one assignment. Null for a token that is wrong, expired, revoked or of an
 * assignment that has ended; all four look alike from outside. Reading changes nothing: mail scanners open every link.
 */
export async function findAnswerLink(token: string, now: Date): Promise<DeskLinkActor | null> {
  if (token.length > 200) return null;
  const link = await db().answerLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      submissionId: true,
      assignmentId: true,
      expiresAt: true,
      revokedAt: true,
      assignment: { select: { endedAt: true, deskId: true, desk: { select: { name: true } } } },
    },
  });
  if (link === null || !isLinkAlive(link, now) || link.assignment.endedAt !== null) return null;
  return {
    kind: "desk-link",
    linkId: link.id,
    assignmentId: link.assignmentId,
    submissionId: link.submissionId,
    deskId: link.assignment.deskId,
    label: pick(link.assignment.desk.name as LocalizedText, "ja"),
  };
}
