import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { isConfirmationAlive } from "./participant.ts";

/**
 * Takes the token of a confirmation mail: from now on the address is its owner's and may get other mail.
 *
 * @param item what the page that showed the button is about; a token sent for another item is refused
 * @returns whether this was the first use of this token
 * @throws conflict "confirmationInvalid" for a token that is unknown or belongs to something else, "confirmationExpired" after its time
 */
export async function takeConfirmation(
  context: TxContext,
  { token, item }: { token: string; item: ItemRef | { type: "report"; id: string } },
): Promise<{ emailAddressId: string; firstUse: boolean }> {
  const confirmation = await context.tx.emailConfirmation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      emailAddressId: true,
      submissionId: true,
      commentId: true,
      reportId: true,
      expiresAt: true,
      confirmedAt: true,
    },
  });
  if (!confirmation || confirmation[`${item.type}Id`] !== item.id) throw conflict("confirmationInvalid");
  if (confirmation.confirmedAt !== null) return { emailAddressId: confirmation.emailAddressId, firstUse: false };
  if (!isConfirmationAlive(confirmation, context.now)) throw conflict("confirmationExpired");

  const { count } = await context.tx.emailConfirmation.updateMany({
    where: { id: confirmation.id, confirmedAt: null },
    data: { confirmedAt: context.now },
  });
  await context.tx.emailAddress.updateMany({
    where: { id: confirmation.emailAddressId, confirmedAt: null },
    data: { confirmedAt: context.now, bouncedAt: null },
  });
  return { emailAddressId: confirmation.emailAddressId, firstUse: count === 1 };
}
