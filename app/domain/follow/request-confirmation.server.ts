import { randomUUID } from "node:crypto";
import { addHours } from "date-fns/addHours";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailParams } from "#app/domain/mail/mail-message.ts";
import { confirmationDays, confirmationsPerDay } from "#app/domain/participant/participant.ts";
import { registerAddress } from "#app/domain/participant/register-address.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import type { FollowPace } from "./follow.ts";
import type { TargetColumns } from "./follow-target.server.ts";

/** The token in the mail that asks whether an address is to follow something. */
export function followRequestToken(requestId: string): string {
  return deriveToken("confirm-follow", requestId);
}

/**
 * Asks the owner of an address, by mail, whether what was typed with it is what they want. The same happens for an address that is known here
 * and for any other, so that nobody learns by typing it which it is.
 *
 * @returns the request's id, or null when the address was asked five times in the last 24 hours: then nothing is sent
 */
export async function requestFollowConfirmation(
  context: TxContext,
  request: { email: string; pace: FollowPace; thing: MailParams["confirm-follow"]["thing"] } & (
    | { columns: TargetColumns; followerId?: undefined }
    | { followerId: string; columns?: undefined }
  ),
): Promise<string | null> {
  const { id: emailAddressId } = await registerAddress(context, request.email);
  // Locked, so that requests at the same time are counted one after the other.
  await context.tx.$queryRaw`SELECT "id" FROM "EmailAddress" WHERE "id" = ${emailAddressId}::uuid FOR UPDATE`;
  const lately = { emailAddressId, createdAt: { gt: addHours(context.now, -24) } };
  const asked =
    (await context.tx.followRequest.count({ where: lately })) +
    (await context.tx.emailConfirmation.count({ where: lately }));
  if (asked >= confirmationsPerDay) return null;

  const id = randomUUID();
  const expiresAt = addHours(context.now, confirmationDays * 24);
  await context.tx.followRequest.create({
    data: {
      id,
      emailAddressId,
      followerId: request.followerId ?? null,
      ...request.columns,
      pace: request.pace,
      locale: context.locale,
      tokenHash: hashToken(followRequestToken(id)),
      expiresAt,
      createdAt: context.now,
    },
    select: { id: true },
  });
  await enqueueMail(context, {
    template: "confirm-follow",
    params: { requestId: id, thing: request.thing, pace: request.pace, expiresOn: isoDate(expiresAt) },
    to: request.email,
    recipientKind: "PERSON",
    locale: context.locale,
  });
  return id;
}
