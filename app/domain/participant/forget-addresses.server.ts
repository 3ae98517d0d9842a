import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * Clears away what removed items (samples, follows) leave behind here: the questions whether an address is theirs, and the addresses that are
 * used for nothing else. An address that a person used for anything else stays as it is, confirmed or not. That an address is trusted is no use
 * of it: with the address the trust is gone.
 *
 * @param emailAddressIds addresses that the removed items carried
 */
export async function forgetAddresses(
  context: TxContext,
  {
    submissionIds,
    commentIds,
    emailAddressIds,
  }: { submissionIds: string[]; commentIds: string[]; emailAddressIds: string[] },
): Promise<void> {
  // Locked, so that nothing new can refer to an address between the look and its removal.
  await context.tx.$executeRaw`
    SELECT "id" FROM "EmailAddress" WHERE "id" = ANY(${emailAddressIds}::uuid[]) ORDER BY "id" FOR UPDATE`;
  await context.tx.emailConfirmation.deleteMany({
    where: { OR: [{ submissionId: { in: submissionIds } }, { commentId: { in: commentIds } }] },
  });
  await context.tx.emailAddress.deleteMany({
    where: {
      id: { in: emailAddressIds },
      submissions: { none: {} },
      comments: { none: {} },
      reports: { none: {} },
      confirmations: { none: {} },
      follower: null,
      followRequests: { none: {} },
    },
  });
}
