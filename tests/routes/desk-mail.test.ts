import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import { hashToken, randomToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { makeSubmission } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";

/** The cookie of somebody who has signed in with everything their role needs. */
async function cookieOf(role: StaffRole, locale: "ja" | "en" = "ja"): Promise<{ cookie: string }> {
  const account = await makeAccount({ role, secondFactor: true, password: null });
  await db().staffAccount.update({ where: { id: account.id }, data: { locale } });
  const token = randomToken();
  const now = new Date();
  await db().staffSession.create({
    data: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      staffId: account.id,
      secondFactorAt: now,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
  });
  return { cookie: `desk=${token}` };
}

describe("the mail log's pages", () => {
  useDatabase();
  let site: TestSite;
  let moderator: { cookie: string };

  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    moderator = await cookieOf("MODERATOR");
  });

  it("list what was queued, filtered and searched by receipt number as people type it", async () => {
    await queueMail();
    const assigned = await queueMail(assignedMessage({ threadKey: "R8-0100" }));
    const all = await site.ask(paths.deskMails(), { headers: moderator });
    expect(all.status).toBe(200);
    expect(all.headers["cache-control"]).toBe("no-store");
    expect(all.headers["x-robots-tag"]).toContain("noindex");
    expect(all.body).toContain("【創革ひろば】ご提案を受け付けました R8-0042");
    expect(all.body).toContain("c…@example.com");
    expect(all.body).not.toContain("citizen@");

    const typed = encodeURIComponent("ｒ８－０１００");
    const found = await site.ask(`${paths.deskMails()}?number=${typed}`, { headers: moderator });
    expect(found.body).toContain(assigned);
    expect(found.body).not.toContain("c…@example.com");

    const wrong = await site.ask(`${paths.deskMails()}?number=abc&state=x&template=__proto__`, { headers: moderator });
    expect(wrong.status).toBe(200);
    expect(wrong.body).toContain("受付番号の形が違います");
  });

  it("page by cursor and keep the filter", async () => {
    for (let index = 0; index < 51; index += 1) await queueMail(receiptMessage({ to: `p${index}@example.com` }));
    const first = await site.ask(`${paths.deskMails()}?template=receipt`, { headers: moderator });
    const next = /href="([^"]*\bafter=[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain("template=receipt");
    const second = await site.ask(next, { headers: moderator });
    const rows = (body: string) => body.match(/p…@example\.com/g)?.length;
    expect([rows(first.body), rows(second.body)]).toEqual([50, 1]);
  });

  it("show one mail as it reads, and send it again", async () => {
    const id = await queueMail();
    await db().mail.update({ where: { id }, data: { state: "FAILED", attempts: 14, lastError: "550 no such user" } });
    const page = await site.ask(paths.deskMail(id), { headers: moderator });
    expect(page.status).toBe(200);
    expect(page.body).toContain("550 no such user");
    expect(page.body).toContain("&gt; 町内会と企業が一緒に草刈りをする。");
    const answer = await site.post(paths.deskMail(id), {}, moderator);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`${paths.deskMail(id)}?done=resent`);
    expect((await db().mail.findUniqueOrThrow({ where: { id } })).state).toBe("QUEUED");
    const after = await site.ask(`${paths.deskMail(id)}?done=resent`, { headers: moderator });
    expect(after.body).toContain("メールを送信待ちに入れました。");
  });

  it("say what stands in the way of sending it again", async () => {
    const id = await queueMail();
    await db().mail.update({ where: { id }, data: { state: "CANCELLED" } });
    const answer = await site.post(paths.deskMail(id), {}, moderator);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain("取りやめたため");
  });

  it("are shown on the page of what they are about once they are asked for, in its place in the heap", async () => {
    const { id: submissionId, number } = await makeSubmission();
    const page = `${paths.deskSubmission(number)}?view=all`;
    expect((await site.ask(page, { headers: moderator })).body).not.toContain("メールのやりとり");
    const mails = [
      await queueMail(receiptMessage({ submissionId })),
      await queueMail(assignedMessage({ submissionId })),
    ];
    const { body } = await site.ask(page, { headers: moderator });
    const shown = (text: string) => mails.filter((id) => text.includes(paths.deskMail(id))).length;
    expect(shown(body)).toBe(0);
    const link = /href="([^"]*thread=all#thread)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(link).toContain("view=all");
    expect(body).toContain(`メールのやりとり(${mails.length}通)`);
    const asked = await site.ask(link.slice(0, link.indexOf("#")), { headers: moderator });
    expect(shown(asked.body)).toBe(mails.length);
    expect(asked.body).toContain('id="thread"');
    const officer = await cookieOf("OFFICER");
    expect((await site.ask(`${page}&thread=all`, { headers: officer })).status).toBe(404);
  });

  it("are in English for those who chose it", async () => {
    await queueMail();
    const { body } = await site.ask(paths.deskMails(), { headers: await cookieOf("ADMIN", "en") });
    expect(body).toContain("Mail log");
    expect(body).not.toContain("mailLog:");
  });

  it.each([
    ["ADMIN", 200, 303],
    ["MODERATOR", 200, 303],
    ["VIEWER", 200, 403],
    ["OFFICER", 403, 403],
  ] as const)("answer %s with %i, and resending with %i", async (role, read, write) => {
    const id = await queueMail();
    const headers = await cookieOf(role);
    expect((await site.ask(paths.deskMails(), { headers })).status).toBe(read);
    expect((await site.ask(paths.deskMail(id), { headers })).status).toBe(read);
    expect((await site.post(paths.deskMail(id), {}, headers)).status).toBe(write);
  });

  it("tell an administrator how mail is doing, and send a test to their own address", async () => {
    await queueMail();
    const administrator = await cookieOf("ADMIN");
    const page = await site.ask(paths.deskMailHealth(), { headers: administrator });
    expect(page.status).toBe(200);
    for (const words of ["SPF", "DKIM", "DMARC", "MX", "逆引き", "いちばん古いもの"])
      expect(page.body).toContain(words);
    expect(page.body).not.toContain("mailHealth:");

    const answer = await site.post(paths.deskMailHealth(), {}, administrator);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${paths.deskMailHealth()}?done=tested` } });
    const test = await db().mail.findFirstOrThrow({ where: { template: "delivery-test" } });
    const after = await site.ask(`${paths.deskMailHealth()}?done=tested`, { headers: administrator });
    expect(after.body).toContain("テストのメールを送信待ちに入れました");
    expect(after.body).toContain(paths.deskMail(test.id));
    const again = await site.post(paths.deskMailHealth(), {}, administrator);
    expect(again.status).toBe(409);
    expect(again.body).toContain("すでに送信を待っています");

    expect((await site.ask(paths.deskMails(), { headers: administrator })).body).toContain(paths.deskMailHealth());
    expect((await site.ask(paths.deskMails(), { headers: moderator })).body).not.toContain(paths.deskMailHealth());
    const english = await site.ask(paths.deskMailHealth(), { headers: await cookieOf("ADMIN", "en") });
    expect(english.body).toContain("How mail is doing");
    expect(english.body).not.toContain("mailHealth:");
  });

  it("name domains that want mail later, and ask name servers again at the press of a button alone", async () => {
    const slowUntil = new Date(Date.now() + 600_000);
    await db().mailDomain.create({
      data: { domain: "slow.example", freeAt: slowUntil, manyFreeAt: slowUntil, slowSteps: 4, slowUntil },
    });
    const administrator = await cookieOf("ADMIN");
    const page = await site.ask(paths.deskMailHealth(), { headers: administrator });
    expect(page.body).toContain("slow.example");
    expect(page.body).not.toContain("anew=");
    expect(await site.post(paths.deskMailHealth(), { act: "check" }, administrator)).toMatchObject({
      status: 303,
      headers: { location: `${paths.deskMailHealth()}#domain` },
    });
    expect(await db().mail.count({ where: { template: "delivery-test" } })).toBe(0);
    expect((await site.post(paths.deskMailHealth(), { act: "check" }, moderator)).status).toBe(403);
  });

  it("send everybody else to the sign-in, and know no mail that is not there", async () => {
    const id = await queueMail();
    expect(await site.ask(paths.deskMail(id))).toMatchObject({
      status: 303,
      headers: { location: paths.deskSignIn(paths.deskMail(id)) },
    });
    for (const unknown of [randomUUID(), "abc", "%00"]) {
      expect([unknown, (await site.ask(paths.deskMail(unknown), { headers: moderator })).status]).toEqual([
        unknown,
        404,
      ]);
    }
  });
});
