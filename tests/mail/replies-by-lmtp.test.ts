import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { smtpTransport } from "#app/platform/mail/transport.server.ts";
import { type LmtpListener, startLmtp } from "#app/server/lmtp.ts";
import { mail } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { mailedToDesk, replyDomain } from "#tests/support/factories/received.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { deliverByLmtp, startMailServer, type TestMailServer } from "#tests/support/mail.ts";

process.env.REPLY_DOMAIN = replyDomain;

describe("a conversation by mail", () => {
  useDatabase();
  let office: TestMailServer;
  let listener: LmtpListener;

  beforeAll(async () => {
    office = await startMailServer();
    listener = await startLmtp({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await listener.close();
    await office.close();
  });

  const deliver = (raw: Buffer, to: string[], from?: string) => deliverByLmtp(listener.port, { raw, to, from });

  /** The request as the desk's mail server got it. */
  async function request() {
    const city = await mailedToDesk();
    await db().mail.update({ where: { id: city.mailId }, data: { state: "QUEUED" } });
    const transport = smtpTransport(office.url, { name: "創革ひろば", address: "no-reply@tomakomai.example" });
    expect(await deliverMail(city.mailId, transport)).toBe("sent");
    transport.close();
    const arrived = office.received.at(-1);
    if (arrived === undefined) throw new Error("the request did not arrive");
    return { city, arrived };
  }

  const replyTo = ({ arrived }: Awaited<ReturnType<typeof request>>) => {
    const { replyTo: header } = arrived.mail;
    const address = header?.value[0]?.address;
    if (!address) throw new Error("the request cannot be answered by mail");
    return address;
  };

  it("goes from the request to a draft, and a moderator publishes it", async () => {
    const asked = await request();
    const { city, arrived } = asked;
    expect(arrived.from).toMatch(new RegExp(`^bounce\\+[0-9a-f]{32}\\.[0-9a-f]{20}@${replyDomain}$`));
    expect(arrived.mail.text?.replaceAll("\n", "")).toContain("返信しても、回答案を送れます");
    const quoted = (arrived.mail.text ?? "")
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n");
    const raw = mail(
      `回答 反映します\n髙﨑地区から①始めます。\n\n2026年11月26日(木) 10:00 創革ひろば <no-reply@tomakomai.example>:\n${quoted}`,
      {
        from: city.mailbox,
        to: replyTo(asked),
        charset: "iso-2022-jp",
        encoding: "7bit",
        messageId: `<${randomUUID()}@city.example>`,
      },
    );
    await deliver(raw, [replyTo(asked)], city.mailbox);
    const draft = await db().answer.findFirstOrThrow({ where: { submissionId: city.id } });
    expect(draft).toMatchObject({ state: "DRAFT", origin: "REPLY", body: "髙﨑地区から①始めます。" });
    const { version } = await db().submission.findUniqueOrThrow({ where: { id: city.id } });
    await publishAnswer(as(city.moderator), { submissionId: city.id, version, answerId: draft.id });
    expect(await db().answer.findFirstOrThrow()).toMatchObject({ state: "PUBLISHED" });
  });

  it("refuses an address that was never given out, before the message is sent", async () => {
    const asked = await request();
    const guessed = replyTo(asked).replace(/\.[0-9a-f]{20}@/, `.${"1".repeat(20)}@`);
    await expect(deliver(mail("回答"), [guessed])).rejects.toMatchObject({ responseCode: 550 });
    expect(await db().inboundMessage.count()).toBe(0);
  });

  it("refuses a message that is too large, and keeps nothing of it", async () => {
    const asked = await request();
    const raw = mail(Buffer.alloc(26 * 1024 * 1024, "x\r\n"), { from: asked.city.mailbox });
    await expect(deliver(raw, [replyTo(asked)])).resolves.toMatchObject({ rejectedErrors: [{ responseCode: 552 }] });
    expect(await db().inboundMessage.count()).toBe(0);
  });

  it("takes one message for two of its addresses as two", async () => {
    const asked = await request();
    await deliver(mail("転送 どこか", { from: asked.city.mailbox }), [replyTo(asked), asked.arrived.from]);
    expect(await db().inboundMessage.count()).toBe(2);
  });
});
