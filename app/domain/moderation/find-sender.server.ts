import type { Transaction } from "#app/domain/shared/command-context.ts";
import { type TrustEntry, type TrustedSender, trustProblem } from "./trust.ts";

/** The columns of an entry that pages show. */
export const trustColumns = {
  id: true,
  version: true,
  note: true,
  trustedBy: true,
  trustedAt: true,
  suspendedAt: true,
} as const;

/** Of an address, how much is public that came with it. */
export const publishedCounts = {
  select: {
    submissions: { where: { submission: { review: "PUBLISHED", kind: "IDEA" } } },
    comments: { where: { comment: { review: "PUBLISHED" } } },
  },
} as const;

export function trustEntryOf(row: {
  id: string;
  version: number;
  note: string;
  trustedBy: string;
  trustedAt: Date;
  suspendedAt: Date | null;
}): TrustEntry {
  const { id, version, note, trustedBy: by, trustedAt, suspendedAt } = row;
  return { id, version, note, by, since: trustedAt.toISOString(), isSuspended: suspendedAt !== null };
}

/** The sender with this address. That the viewer may know of them is the caller's to check. */
export async function findSender(client: Transaction, emailAddressId: string): Promise<TrustedSender> {
  const row = await client.emailAddress.findUniqueOrThrow({
    where: { id: emailAddressId },
    select: {
      confirmedAt: true,
      bouncedAt: true,
      _count: publishedCounts,
      trust: { select: { ...trustColumns, revokedAt: true } },
    },
  });
  const published = row._count.submissions + row._count.comments;
  const isReached = row.confirmedAt !== null && row.bouncedAt === null;
  const entry = row.trust !== null && row.trust.revokedAt === null ? trustEntryOf(row.trust) : null;
  return { published, problem: trustProblem({ isReached, published }), entry };
}
