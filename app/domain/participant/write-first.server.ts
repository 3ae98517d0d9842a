import type { TrackedItem } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { RegisteredAddress } from "./register-address.server.ts";
import { requestConfirmation } from "./request-confirmation.server.ts";

/**
 * The first mail about something that was sent: its receipt to a confirmed address, to any other the question whether it is its owner's. Where
 * the owner is asked to confirm this very item everybody gets the question, and a confirmed address that was asked too often today its receipt.
 *
 * @param asksEach as `isAskedToConfirm` says
 */
export async function writeFirst(
  context: TxContext,
  {
    address,
    item,
    locale,
    asksEach,
  }: { address: RegisteredAddress; item: TrackedItem; locale: Locale; asksEach: boolean },
  mailReceipt: () => Promise<void>,
): Promise<void> {
  if (address.confirmed && !asksEach) return mailReceipt();
  const asked = await requestConfirmation(context, { emailAddressId: address.id, item, locale, mayPublish: asksEach });
  if (asked === "too-many" && address.confirmed) await mailReceipt();
}
