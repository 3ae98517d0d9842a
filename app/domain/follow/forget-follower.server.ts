import { removeMailsTo } from "#app/domain/mail/remove-mails-to.server.ts";
import { forgetAddresses } from "#app/domain/participant/forget-addresses.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * Takes away everything that is kept of a follower: what they follow, what they were told of, what was asked with their address, the mails of
 * it, and the address itself unless something was sent in with it.
 *
 * @returns the files that were written instead of sending; the caller deletes them once the transaction is through
 */
export async function forgetFollowerRows(
  context: TxContext,
  { id, emailAddressId }: { id: string; emailAddressId: string },
): Promise<{ emlFiles: string[] }> {
  const moves = await context.tx.followRequest.findMany({
    where: { followerId: id },
    select: { emailAddressId: true },
  });
  await context.tx.follower.delete({ where: { id }, select: { id: true } });
  return forgetRequestedAddresses(context, [emailAddressId, ...moves.map((move) => move.emailAddressId)]);
}

/** Removes what was asked with these addresses, the mails that asked and told, and the addresses unless they are used for anything else. */
export async function forgetRequestedAddresses(
  context: TxContext,
  emailAddressIds: string[],
): Promise<{ emlFiles: string[] }> {
  const unused = await context.tx.emailAddress.findMany({
    where: { id: { in: emailAddressIds }, follower: null },
    select: { id: true, address: true },
  });
  const ids = unused.map(({ id }) => id);
  await context.tx.followRequest.deleteMany({ where: { emailAddressId: { in: ids } } });
  const removed = await removeMailsTo(context, {
    recipients: unused.map(({ address }) => address),
    templates: ["confirm-follow", "follow-news"],
  });
  await forgetAddresses(context, { submissionIds: [], commentIds: [], emailAddressIds: ids });
  return removed;
}
