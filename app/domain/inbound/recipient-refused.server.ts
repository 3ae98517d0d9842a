import type { DeliverySteps } from "#app/domain/mail/deliver-mail.server.ts";
import { saysUnknown, severityOf } from "./bounce.ts";
import { stopMailTo } from "./stop-mail-to.server.ts";

/**
 * A server refused a recipient while the mail was being sent: where it says that the address is at its end, that is as final as a report that
 * says so later. A refusal without a code of its own (RFC 3463) counts by its words alone: a mail server of the city that relays for nobody
 * refuses everybody alike.
 */
export const recipientRefused: NonNullable<DeliverySteps["refused"]> = async (context, mail, reason) => {
  const status = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(reason)?.[0] ?? null;
  const isAtItsEnd = status === null ? saysUnknown(reason) : severityOf(status, reason) === "hard";
  if (isAtItsEnd) await stopMailTo(context, mail, reason);
};
