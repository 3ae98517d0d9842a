import { isConfirmationAlive } from "#app/domain/participant/participant.ts";
import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { isOwnSubmission } from "#app/domain/submission/own-submission.server.ts";
import { isPublic, isPublicComment } from "#app/domain/submission/visibility.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";

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
  /** Whether confirming may publish what was sent, so that its owner is asked whether they sent it: `isAskedToConfirm`. */
  mayPublish: boolean;
  /** Where what was sent stands now, if it is public. */
  publicPath: string | null;
};

type FoundItem = Pick<FoundConfirmation, "of" | "number" | "mayPublish" | "publicPath">;

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
}): Promise<FoundItem | null> {
  if (reportId !== null) {
    const about = { select: { number: true } } as const;
    const row = await db().report.findUnique({
      where: { id: reportId },
      select: { submission: about, comment: about },
    });
    const number = (row?.submission ?? row?.comment)?.number;
    return number === undefined ? null : { of: { report: reportId }, number, mayPublish: false, publicPath: null };
  }
  if (submissionId !== null) return ofSubmission(submissionId);
  return commentId === null ? null : ofComment(commentId);
}

async function ofSubmission(id: string): Promise<FoundItem | null> {
  const row = await db().submission.findUnique({
    where: { id },
    select: {
      number: true,
      kind: true,
      channel: true,
      splitFromId: true,
      review: true,
      version: true,
      theme: { select: readingColumns },
    },
  });
  return (
    row && {
      of: { author: { kind: "author", of: "submission", id } },
      number: row.number,
      mayPublish: isAskedToConfirm({ ...row, isOwn: isOwnSubmission(row) }),
      publicPath: isPublic(row) ? paths.proposal(row.number) : null,
    }
  );
}

async function ofComment(id: string): Promise<FoundItem | null> {
  const row = await db().comment.findUnique({
    where: { id },
    select: {
      number: true,
      review: true,
      version: true,
      theme: { select: { slug: true, ...readingColumns } },
      submission: { select: { number: true, kind: true, review: true } },
      parent: { select: { review: true } },
    },
  });
  if (row === null) return null;
  const page = row.submission ? paths.proposal(row.submission.number) : paths.theme(row.theme.slug);
  return {
    of: { author: { kind: "author", of: "comment", id } },
    number: row.number,
    mayPublish: isAskedToConfirm({ ...row, kind: "COMMENT", isOwn: true }),
    publicPath: isPublicComment(row) ? `${page}#${row.number}` : null,
  };
}
