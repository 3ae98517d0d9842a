import { confirmationToken } from "#app/domain/participant/request-confirmation.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * The token in the confirmation mail of a sample, as its author would find it there; null where nothing was asked, because the address had
 * been confirmed before.
 */
export async function confirmationFor(
  context: TxContext,
  item: { submissionId: string } | { commentId: string },
): Promise<string | null> {
  const asked = await context.tx.emailConfirmation.findFirst({ where: item, select: { id: true } });
  return asked && confirmationToken(asked.id);
}
