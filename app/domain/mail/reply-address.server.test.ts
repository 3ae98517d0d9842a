import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, queueMail, receiptMessage } from "#tests/support/factories/mail.ts";

process.env.REPLY_DOMAIN = "reply.tomakomai.example";

describe("where replies are read", () => {
  useDatabase();

  const replyToOf = async (id: string) => (await db().mail.findUniqueOrThrow({ where: { id } })).replyTo;

  it("a desk gets an address of its own for each answer link", async () => {
    const { params } = assignedMessage();
    const one = await replyToOf(await queueMail(assignedMessage({ params })));
    const same = await replyToOf(await queueMail(assignedMessage({ params })));
    const otherDesk = await replyToOf(await queueMail(assignedMessage({ params, to: "ict@tomakomai.example" })));
    const otherLink = await replyToOf(await queueMail(assignedMessage()));
    expect(one).toMatch(/^reply\+[0-9a-f]{32}\.[0-9a-f]{20}@reply\.tomakomai\.example$/);
    expect(one?.indexOf("@")).toBeLessThanOrEqual(64);
    expect(same).toBe(one);
    expect(new Set([one, otherDesk, otherLink]).size).toBe(3);
  });

  it("a person gets none", async () => {
    expect(await replyToOf(await queueMail(receiptMessage()))).toBeNull();
  });
});
