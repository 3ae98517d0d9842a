import { randomUUID } from "node:crypto";
import { subHours } from "date-fns/subHours";
import { registerAddress } from "#app/domain/participant/register-address.server.ts";
import { requestConfirmation } from "#app/domain/participant/request-confirmation.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ReportReason } from "./report.ts";

/** For how long one network counts once for one text, and how long it can be recognised, in hours. */
export const repeatHours = 24;

/** What a reader said about a text. */
export type ArrivingReport = {
  item: ItemRef & { number: string; revision: number };
  reason: ReportReason;
  words: string | null;
  email: string | null;
  idempotencyKey: string;
  /** Keyed hash of the network address and the day; null where nothing came over the network. */
  sender: string | null;
};

/** Whether the report that this key was used for is stored already. */
export async function isKept(context: TxContext, idempotencyKey: string): Promise<boolean> {
  const row = await context.tx.report.findUnique({
    where: { idempotencyHash: hashToken(idempotencyKey) },
    select: { id: true },
  });
  return row !== null;
}

/**
 * Stores a report. One from a network that has reported this text within a day is stored too, since it may say something else, but does not
 * count. An address that its owner has not confirmed is asked whether it is theirs; it gets nothing else.
 */
export async function keepReport(
  context: TxContext,
  arriving: ArrivingReport,
): Promise<{ id: string; isRepeat: boolean }> {
  const { item, reason, words, email, sender } = arriving;
  const of = columnOf(item);
  const address = email === null ? null : await registerAddress(context, email);
  const earlier =
    sender === null
      ? 0
      : await context.tx.report.count({
          where: { ...of, sender, at: { gt: subHours(context.now, repeatHours) } },
        });
  const id = randomUUID();
  const isRepeat = earlier > 0;
  await context.tx.report.create({
    data: {
      id,
      ...of,
      revision: item.revision,
      locale: context.locale,
      reasonCode: reason?.code ?? null,
      ...(reason === null ? {} : { reasonLabel: reason.label satisfies LocalizedText }),
      words,
      emailAddressId: address?.id ?? null,
      sender,
      isRepeat,
      idempotencyHash: hashToken(arriving.idempotencyKey),
      at: context.now,
    },
    select: { id: true },
  });
  if (address?.confirmed === false) {
    await requestConfirmation(context, {
      emailAddressId: address.id,
      item: { type: "report", id, number: item.number, about: of },
      locale: context.locale,
    });
  }
  return { id, isRepeat };
}

/** Lets go of what tells that reports came from one network, once a day has passed. @returns of how many */
export async function forgetReporters(now: Date): Promise<number> {
  const { count } = await db().report.updateMany({
    where: { sender: { not: null }, at: { lt: subHours(now, repeatHours) } },
    data: { sender: null },
  });
  return count;
}
