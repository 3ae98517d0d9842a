import { randomUUID } from "node:crypto";
import { receiveMessage } from "#app/domain/inbound/commands/receive-message.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type Composition, mail } from "#tests/bench/mail/compose.ts";
import { assigned } from "./assigned.ts";
import { assignedMessage, queueMail } from "./mail.ts";
import { as, noon } from "./review-rows.ts";

/** Addresses for replies need a domain that receives them; before anything reads the settings. */
export const replyDomain = "reply.tomakomai.example";

const system: Actor = { kind: "system", name: "mail" };

/** A submission with a desk whose mail was sent, and the address that mail can be answered to. Needs `REPLY_DOMAIN`. */
export async function mailedToDesk() {
  const rows = await assigned();
  const mailId = await queueMail(
    assignedMessage({
      params: { ...assignedMessage().params, number: rows.number, answerLinkId: rows.link.linkId },
      to: rows.desk.mailbox ?? "",
      threadKey: rows.number,
      submissionId: rows.id,
    }),
    noon,
  );
  await db().mail.update({ where: { id: mailId }, data: { state: "SENT", sentAt: noon } });
  const { replyTo, messageId, recipient } = await db().mail.findUniqueOrThrow({ where: { id: mailId } });
  if (replyTo === null) throw new Error("REPLY_DOMAIN must be set before the settings are read");
  return { ...rows, mailId, messageId, mailbox: recipient, replyTo };
}

export type MailedToDesk = Awaited<ReturnType<typeof mailedToDesk>>;

/** A reply of the desk as bytes, each with a Message-ID of its own. */
export function replyOf(
  { mailbox, replyTo }: Pick<MailedToDesk, "mailbox" | "replyTo">,
  text: string,
  composition: Composition = {},
) {
  return mail(text, { from: mailbox, to: replyTo, messageId: `<${randomUUID()}@city.example>`, ...composition });
}

/** Takes a message in as the listener does. */
export function receive(raw: Buffer, recipient: string, now: Date = noon) {
  return receiveMessage(as(system, now), { raw, recipient });
}
