import { describe, expect, it } from "vitest";
import { testMailbox } from "#app/domain/directory/commands/test-mailbox.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { Composition } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { receive, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";

process.env.REPLY_DOMAIN = replyDomain;

describe("a reply to the test of a mailbox", () => {
  useDatabase();

  const mailbox = "new@city.example";
  const desk = () => db().desk.findFirstOrThrow({ where: { mailbox } });

  /** Sends a test. @returns where it can be answered */
  async function tested(): Promise<{ mailbox: string; replyTo: string }> {
    const { id, version } = await desk();
    await testMailbox(as(staff("MODERATOR")), { id, version });
    const mail = await db().mail.findFirstOrThrow({
      where: { template: "mailbox-test", state: "QUEUED" },
      orderBy: { createdAt: "desc" },
    });
    return { mailbox, replyTo: mail.replyTo ?? "" };
  }

  it("says that somebody reads there, once", async () => {
    await makeDesk({ mailbox });
    const test = await tested();
    const { version } = await desk();
    const own = "お世話になっております。\n受け取りました。\n\n> 押していただくまで、投稿は送りません。";
    const { id, state } = await receive(replyOf(test, own), test.replyTo.toUpperCase());
    expect(state).toBe("TAKEN");
    expect(await db().inboundMessage.findUniqueOrThrow({ where: { id: id ?? "" } })).toMatchObject({
      act: "acknowledge",
      reason: null,
      submissionId: null,
    });
    expect(await desk()).toMatchObject({ mailboxVerifiedAt: expect.any(Date), version: version + 1 });
    expect((await receive(replyOf(test, "受け取りました"), test.replyTo)).state).toBe("TAKEN");
    expect(await desk()).toMatchObject({ version: version + 1 });
    expect(await db().auditEntry.count({ where: { action: "acknowledge-mailbox" } })).toBe(1);
  });

  it.each([
    ["waits when it says something else", "担当が違います。", {}, "WAITING", "notAcknowledged"],
    ["is set apart from another domain", "受け取りました", { from: "x@other.example" }, "QUARANTINED", "otherSender"],
    [
      "is ignored from a program",
      "受け取りました",
      { headers: ["Auto-Submitted: auto-replied"] },
      "IGNORED",
      "autoReply",
    ],
  ] satisfies [string, string, Composition, string, string][])(
    "%s",
    async (_name, text, composition, state, reason) => {
      await makeDesk({ mailbox });
      const test = await tested();
      const { id } = await receive(replyOf(test, text, composition), test.replyTo);
      expect(await db().inboundMessage.findUniqueOrThrow({ where: { id: id ?? "" } })).toMatchObject({ state, reason });
      expect(await desk()).toMatchObject({ mailboxVerifiedAt: null });
    },
  );

  it("counts for the last test only, and for no address that was never given out", async () => {
    await makeDesk({ mailbox });
    const first = await tested();
    const last = await tested();
    expect(last.replyTo).not.toBe(first.replyTo);
    const guessed = last.replyTo.replace(/\.[0-9a-f]{20}@/, `.${"0".repeat(20)}@`);
    for (const replyTo of [first.replyTo, guessed]) {
      const { state } = await receive(replyOf({ mailbox, replyTo }, "受け取りました"), replyTo);
      expect(state).toBe("QUARANTINED");
    }
    expect(await desk()).toMatchObject({ mailboxVerifiedAt: null });
  });
});
