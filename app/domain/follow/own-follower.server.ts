import type { Transaction } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";

/** The token of the link to what an address follows. Derived from the id, so that every mail carries the same. */
export function followsToken(followerId: string): string {
  return deriveToken("follows", followerId);
}

/** Whether this could be such a token, whoever's. */
export function isFollowsToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

type Own = { id: string; emailAddressId: string };

/** The follower a link is of; null when there is none, or no more. */
export async function findFollower(tx: Pick<Transaction, "follower">, token: string): Promise<Own | null> {
  return tx.follower.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { id: true, emailAddressId: true },
  });
}

/** The same for what needs one. @throws NOT_FOUND "followsGone" */
export async function ownFollower(tx: Pick<Transaction, "follower">, token: string): Promise<Own> {
  const follower = await findFollower(tx, token);
  if (follower === null) throw notFound("followsGone");
  return follower;
}
