import { addDays } from "date-fns/addDays";
import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mailTransport } from "#app/platform/mail/transport.server.ts";
import { body, multipart, part } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newAudit } from "#tests/support/factories/assigned.ts";
import { assignedMessage, queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { mailedToDesk, receive, replyDomain } from "#tests/support/factories/received.ts";
import { as, makeAddress, noon } from "#tests/support/factories/review-rows.ts";
import { staffActor } from "#tests/support/submissions.ts";
import { releaseMailbox } from "../directory/commands/release-mailbox.server.ts";
import { bounceAddress } from "../mail/own-addresses.server.ts";

process.env.REPLY_DOMAIN = replyDomain;

function report({ status, messageId }: { status: string; messageId: string }) {
  return multipart(
    "report",
    [
      body("could not be delivered"),
      part(
        "message/delivery-status",
        `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; lost@mx.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 ${status} <lost@mx.example> User unknown\r\n`,
      ),
      part("text/rfc822-headers", `Message-ID: <${messageId}>\r\n`),
    ],
    {
      from: "MAILER-DAEMON@mx.example",
      messageId: `<bounce-of-${messageId}>`,
      boundaryParameters: "; report-type=delivery-status",
    },
  );
}

const to = (mailId: string) => bounceAddress(mailId) ?? "";
const mailRow = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });

describe("a report that a mail did not arrive", () => {
  useDatabase();

  it("for good, from a desk's mailbox: the mail failed, the mailbox is on hold, and later mail fails by itself", async () => {
    const city = await mailedToDesk();
    const { state } = await receive(report({ status: "5.1.1", messageId: city.messageId }), to(city.mailId));
    expect(state).toBe("BOUNCED");
    expect(await mailRow(city.mailId)).toMatchObject({
      state: "FAILED",
      lastError: "RETURNED 5.1.1 550 5.1.1 <…@…> User unknown",
    });
    expect(await db().desk.findUniqueOrThrow({ where: { id: city.desk.id } })).toMatchObject({
      mailboxHeldAt: noon,
      mailboxHoldReason: "5.1.1 550 5.1.1 <…@…> User unknown",
    });
    expect(await db().assignment.findFirstOrThrow({ where: { submissionId: city.id } })).toMatchObject({
      heldSince: noon,
    });
    expect((await newAudit()).map(({ action }) => action)).toEqual(["hold-mailbox", "receive-message"]);
    const later = await queueMail(assignedMessage({ to: city.mailbox, submissionId: city.id }));
    expect(await deliverMail(later, mailTransport())).toBe("failed");
    expect(await mailRow(later)).toMatchObject({
      state: "FAILED",
      lastError: "STOPPED mail to this address came back",
    });
  });

  it("is found by the Message-ID it carries where it came to another address", async () => {
    const city = await mailedToDesk();
    await receive(report({ status: "5.1.1", messageId: city.messageId }), city.replyTo);
    expect(await mailRow(city.mailId)).toMatchObject({ state: "FAILED" });
  });

  it("for now: the mail keeps its state and says why, and nothing is held", async () => {
    const city = await mailedToDesk();
    const { id } = await receive(report({ status: "5.2.2", messageId: city.messageId }), to(city.mailId));
    expect(await mailRow(city.mailId)).toMatchObject({ state: "SENT", lastError: expect.stringContaining("5.2.2") });
    expect(await db().desk.count({ where: { mailboxHeldAt: { not: null } } })).toBe(0);
    expect(await db().inboundMessage.findUniqueOrThrow({ where: { id: id ?? "" } })).toMatchObject({
      state: "BOUNCED",
      reason: "soft",
      mailId: city.mailId,
      submissionId: city.id,
    });
  });

  it("for now, one after the other for days: the mailbox is on hold like one that takes none, until somebody releases it", async () => {
    const city = await mailedToDesk();
    const on = (day: number) => addDays(noon, day);
    /** A mail to the desk that left on a day. */
    const sentOn = async (day: number) => {
      const id = await queueMail(assignedMessage({ to: city.mailbox, submissionId: city.id }), on(day));
      await db().mail.update({ where: { id }, data: { state: "SENT", sentAt: on(day) } });
      return id;
    };
    const softlyReturned = async (id: string, day: number) => {
      const { messageId } = await mailRow(id);
      await receive(report({ status: "4.2.2", messageId }), to(id), on(day));
    };
    const isHeld = async () => (await db().desk.count({ where: { mailboxHeldAt: { not: null } } })) > 0;

    // three in a row, but within two days; then one that arrives; then again too few
    for (const day of [1, 2, 3]) await softlyReturned(await sentOn(day), day);
    expect(await isHeld()).toBe(false);
    await sentOn(4);
    for (const day of [5, 9]) await softlyReturned(await sentOn(day), day);
    expect(await isHeld()).toBe(false);
    // of a mail that left later nobody knows yet
    await sentOn(12);
    await softlyReturned(await sentOn(10), 12);
    expect(await db().desk.findUniqueOrThrow({ where: { id: city.desk.id } })).toMatchObject({
      mailboxHeldAt: on(12),
      mailboxHoldReason: expect.stringContaining("4.2.2"),
    });
    expect(await db().assignment.findFirstOrThrow({ where: { submissionId: city.id } })).toMatchObject({
      heldSince: on(12),
    });

    const { version } = await db().desk.findUniqueOrThrow({ where: { id: city.desk.id } });
    await releaseMailbox(as(staffActor("ADMIN"), on(13)), { id: city.desk.id, version });
    await softlyReturned(await sentOn(14), 14);
    expect(await isHeld()).toBe(false);
  });

  it("for good, from a person's address: nothing but a mail to confirm it is sent any more", async () => {
    await makeAddress("citizen@example.com");
    const mailId = await queueMail(receiptMessage());
    await db().mail.update({ where: { id: mailId }, data: { state: "SENT" } });
    const { messageId } = await mailRow(mailId);
    await receive(report({ status: "5.1.1", messageId }), to(mailId));
    expect(await db().emailAddress.findFirstOrThrow()).toMatchObject({ bouncedAt: noon, confirmedAt: null });
    const later = await queueMail(receiptMessage());
    expect(await deliverMail(later, mailTransport())).toBe("failed");
  });

  it("about no mail of ours changes nothing", async () => {
    const city = await mailedToDesk();
    const { state } = await receive(report({ status: "5.1.1", messageId: "other@mx.example" }), city.replyTo);
    expect(state).toBe("IGNORED");
    expect(await mailRow(city.mailId)).toMatchObject({ state: "SENT" });
  });

  it("to a bounce address somebody made up is about nothing", async () => {
    const city = await mailedToDesk();
    const forged = to(city.mailId).replace(/\.[0-9a-f]{20}@/, `.${"0".repeat(20)}@`);
    const { state } = await receive(report({ status: "5.1.1", messageId: "other@mx.example" }), forged);
    expect(state).toBe("IGNORED");
    expect(await mailRow(city.mailId)).toMatchObject({ state: "SENT" });
  });
});
