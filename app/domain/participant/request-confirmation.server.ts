import { randomUUID } from "node:crypto";
import { addHours } from "date-fns/addHours";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { TrackedItem } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemColumn } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { confirmationDays, confirmationsPerDay } from "./participant.ts";

/** The token in a confirmation mail's link. Derived from the id, so that the mail can be rendered (again) at any time. */
export function confirmationToken(confirmationId: string): string {
  return deriveToken("confirm-address", confirmationId);
}

/** What an address was given with: something that its author follows, or a report about a text (`about` refers to that). */
export type ConfirmedItem = TrackedItem | { type: "report"; id: string; number: string; about: ItemColumn };

/**
 * Asks the owner of an address, by mail, whether it is theirs: the only mail an unconfirmed address gets.
 *
 * @param mayPublish whether confirming may publish the item: then they are asked whether they sent it
 * @returns "queued", or "too-many" when the address was asked five times in the last 24 hours: then nothing is sent
 */
export async function requestConfirmation(
  context: TxContext,
  {
    emailAddressId,
    item,
    locale,
    mayPublish = false,
  }: { emailAddressId: string; item: ConfirmedItem; locale: Locale; mayPublish?: boolean },
): Promise<"queued" | "too-many"> {
  // Locked, so that requests at the same time are counted one after the other.
  const rows = await context.tx.$queryRaw<{ address: string }[]>`
    SELECT "address" FROM "EmailAddress" WHERE "id" = ${emailAddressId}::uuid FOR UPDATE`;
  const address = rows[0]?.address;
  if (address === undefined) throw new Error("no such address");
  const asked = await context.tx.emailConfirmation.count({
    where: { emailAddressId, createdAt: { gt: addHours(context.now, -24) } },
  });
  if (asked >= confirmationsPerDay) return "too-many";

  const id = randomUUID();
  const expiresAt = addHours(context.now, confirmationDays * 24);
  await context.tx.emailConfirmation.create({
    data: {
      id,
      emailAddressId,
      tokenHash: hashToken(confirmationToken(id)),
      ...(item.type === "report" ? { reportId: item.id } : columnOf(item)),
      expiresAt,
      createdAt: context.now,
    },
    select: { id: true },
  });
  const envelope = { to: address, recipientKind: "PERSON", locale } as const;
  const expiresOn = isoDate(expiresAt);
  if (item.type === "report") {
    await enqueueMail(context, {
      ...envelope,
      ...item.about,
      template: "confirm-report-address",
      params: { number: item.number, confirmationId: id, expiresOn },
      threadKey: `report-${item.id}`,
    });
  } else {
    await enqueueMail(context, {
      ...envelope,
      template: "confirm-address",
      params: { item, confirmationId: id, expiresOn, mayPublish },
      threadKey: item.number,
      ...columnOf(item),
    });
  }
  return "queued";
}
