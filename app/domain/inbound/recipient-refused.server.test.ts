import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { setClock } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { smtpTransport } from "#app/platform/mail/transport.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newAudit } from "#tests/support/factories/assigned.ts";
import { queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { mailedToDesk, replyDomain } from "#tests/support/factories/received.ts";
import { makeAddress, noon } from "#tests/support/factories/review-rows.ts";
import { startMailServer, type TestMailServer } from "#tests/support/mail.ts";
import { recipientRefused } from "./recipient-refused.server.ts";

process.env.REPLY_DOMAIN = replyDomain;

describe("a recipient that a server refuses while the mail is being sent", () => {
  useDatabase();
  let server: TestMailServer;

  beforeAll(async () => {
    server = await startMailServer();
  });
  afterEach(() => setClock(undefined));
  afterAll(() => server.close());

  async function refuse(mailId: string, text: string, stage: "to" | "data" = "to", code = 550): Promise<void> {
    setClock(() => noon);
    server.misbehave(() => ({ stage, code, text }));
    const transport = smtpTransport(server.url, { name: "創革ひろば", address: "no-reply@tomakomai.example" });
    try {
      await deliverMail(mailId, transport, { refused: recipientRefused });
    } finally {
      transport.close();
    }
  }

  /** A request to a desk that is on its way to the mail server. */
  async function requested() {
    const city = await mailedToDesk();
    await db().mail.update({ where: { id: city.mailId }, data: { state: "QUEUED", sentAt: null } });
    const desk = () => db().desk.findUniqueOrThrow({ where: { id: city.desk.id } });
    const held = async () => (await db().assignment.findFirstOrThrow({ where: { submissionId: city.id } })).heldSince;
    return { ...city, desk, held };
  }

  it("is a desk's mailbox: it is on hold, and the request waits, with one entry in the log", async () => {
    const { mailId, desk, held } = await requested();
    await refuse(mailId, "5.1.1 User unknown");
    expect(await db().mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({ state: "FAILED" });
    expect(await desk()).toMatchObject({
      mailboxHeldAt: noon,
      mailboxHoldReason: expect.stringContaining("5.1.1 User unknown"),
    });
    expect(await held()).toEqual(noon);
    expect((await newAudit()).map(({ action }) => action)).toEqual(["hold-mailbox"]);
  });

  it("is a person's address: nothing more is sent to it, and the tracking page can say why", async () => {
    await makeAddress("citizen@example.com");
    await refuse(await queueMail(receiptMessage(), noon), "No such user here");
    expect(await db().emailAddress.findFirstOrThrow()).toMatchObject({ bouncedAt: noon, confirmedAt: null });
  });

  it.each([
    ["says that it relays for nobody", "Relaying denied", "to", 550],
    ["says so with a code of its own", "5.7.1 Relay access denied", "to", 554],
    ["finds the mailbox full", "5.2.2 Mailbox full", "to", 552],
    ["refuses the message, not the recipient", "5.1.1 User unknown", "data", 554],
    ["wants it later", "4.1.1 User unknown", "to", 450],
  ] as const)("is none at its end where the server %s", async (_case, text, stage, code) => {
    const { mailId, desk, held } = await requested();
    await refuse(mailId, text, stage, code);
    expect(await desk()).toMatchObject({ mailboxHeldAt: null });
    expect(await held()).toBeNull();
  });
});
