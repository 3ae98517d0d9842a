import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { mailTime, queueMail } from "#tests/support/factories/mail.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { staffActor } from "#tests/support/submissions.ts";
import type { recentDelivery } from "../check-delivery.server.ts";
import { sendTestMail } from "../commands/send-test-mail.server.ts";
import { askDomainsAnew, getMailHealth } from "./get-mail-health.server.ts";

const minutesOn = (minutes: number) => new Date(mailTime.getTime() + minutes * 60_000);

const health = (now = minutesOn(1), actor = staffActor("ADMIN")) =>
  getMailHealth(actor, { now, locale: "ja" }, async (at) => ({ at, checks: [] }));

describe("how mail is doing", () => {
  useDatabase();

  it("counts the mails of thirty days, and says what waits longest and what left last", async () => {
    await queueMail();
    const sent = await queueMail();
    const failed = await queueMail();
    const old = await queueMail(undefined, minutesOn(-60 * 24 * 40));
    for (const id of [sent, old])
      await db().mail.update({ where: { id }, data: { state: "SENT", sentAt: minutesOn(5) } });
    await db().mail.update({ where: { id: failed }, data: { state: "FAILED" } });
    expect(await health(minutesOn(10))).toMatchObject({
      counts: { QUEUED: 1, SENT: 1, FAILED: 1, CANCELLED: 0 },
      lastSentAt: minutesOn(5).toISOString(),
      oldestWaitingAt: mailTime.toISOString(),
      waitsLong: false,
      held: [],
      tests: [],
    });
    expect(await health(minutesOn(61))).toMatchObject({ waitsLong: true });
  });

  it("is empty where nothing was ever sent", async () => {
    expect(await health()).toMatchObject({
      counts: { QUEUED: 0, SENT: 0, FAILED: 0, CANCELLED: 0 },
      lastSentAt: null,
      oldestWaitingAt: null,
      waitsLong: false,
    });
  });

  it("names the mailboxes on hold with their reason", async () => {
    const { desk } = await assigned();
    await db().desk.update({ where: { id: desk.id }, data: { mailboxHeldAt: mailTime, mailboxHoldReason: "5.1.1" } });
    expect((await health()).held).toMatchObject([
      { id: desk.id, since: mailTime.toISOString(), reason: "5.1.1", mailbox: desk.mailbox },
    ]);
  });

  it("names the domains that want mail later, and no others", async () => {
    const domain = (name: string, slowSteps: number, slowUntil: Date | null) => ({
      domain: name,
      freeAt: mailTime,
      manyFreeAt: mailTime,
      slowSteps,
      slowUntil,
    });
    await db().mailDomain.createMany({
      data: [
        domain("", 0, null),
        domain("quick.example", 0, null),
        domain("once.example", 1, null),
        domain("slow.example", 3, minutesOn(3)),
        domain("slower.example", 6, minutesOn(17)),
        domain("was-slow.example", 2, minutesOn(1)),
      ],
    });
    expect((await health()).slow).toEqual([
      { domain: "slower.example", times: 6, until: minutesOn(17).toISOString() },
      { domain: "slow.example", times: 3, until: minutesOn(3).toISOString() },
    ]);
  });

  it("asks name servers again for administrators alone", async () => {
    const asked: (boolean | undefined)[] = [];
    const find: typeof recentDelivery = async (at, anew) => {
      asked.push(anew);
      return { at, checks: [] };
    };
    await expect(askDomainsAnew(staffActor("MODERATOR"), mailTime, find)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await askDomainsAnew(staffActor("ADMIN"), mailTime, find);
    expect(asked).toEqual([true]);
  });

  it("is for administrators alone", async () => {
    for (const role of ["MODERATOR", "OFFICER", "VIEWER"] as const)
      await expect(health(minutesOn(1), staffActor(role))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("sending a test mail", () => {
  useDatabase();
  const as = (actor: Parameters<typeof health>[1]) => ({
    actor: actor ?? staffActor("ADMIN"),
    now: mailTime,
    locale: "ja" as const,
  });

  it("goes to the administrator's own address and leaves one audit entry", async () => {
    const { actor, email } = await makeAccount({ role: "ADMIN" });
    const { mailId } = await sendTestMail(as(actor));
    expect(await db().mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({
      template: "delivery-test",
      recipient: email,
      recipientKind: "STAFF",
      state: "QUEUED",
    });
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "send-test-mail", subjectType: "mail", subjectId: mailId },
    ]);
    expect((await health(minutesOn(1), actor)).tests).toMatchObject([{ id: mailId, state: "QUEUED" }]);
  });

  it("waits until the last one has left", async () => {
    const { actor } = await makeAccount({ role: "ADMIN" });
    const { mailId } = await sendTestMail(as(actor));
    await expect(sendTestMail(as(actor))).rejects.toMatchObject({ code: "CONFLICT", messageKey: "mailWaiting" });
    await db().mail.update({ where: { id: mailId }, data: { state: "SENT" } });
    expect((await sendTestMail(as(actor))).mailId).not.toBe(mailId);
  });

  it("is for administrators alone", async () => {
    for (const role of ["MODERATOR", "OFFICER", "VIEWER"] as const) {
      const { actor } = await makeAccount({ role });
      await expect(sendTestMail(as(actor))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().mail.count()).toBe(0);
  });
});
