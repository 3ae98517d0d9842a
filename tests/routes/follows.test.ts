import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { followRequestToken } from "#app/domain/follow/request-confirmation.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { lastRequest, makeFollow } from "#tests/support/factories/follow-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { confirmedAddress, makeTheme, publishedIdea } from "#tests/support/submissions.ts";

useDatabase();
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
beforeEach(() => makeTheme());

const fields = { email: "reader@example.com", pace: "AT_ONCE" };
/** What a mail program sends when its unsubscribe button is pressed: no cookie, and from wherever its maker is. */
const pressInMailProgram = (path: string, headers: Record<string, string> = {}) =>
  site.ask(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: "List-Unsubscribe=One-Click",
  });

describe("following something", () => {
  it("takes a form, a mail and a button, and opening the mail's link begins nothing", async () => {
    const { number } = await publishedIdea();
    expect((await site.ask(paths.proposal(number))).body).toContain(paths.followProposal(number));
    const { status, headers } = await site.post(paths.followProposal(number), fields);
    expect([status, headers.location]).toEqual([303, `${paths.followProposal(number)}?asked=yes`]);
    expect((await site.ask(headers.location ?? "")).body).toContain("確認のメールをご覧ください");

    const link = paths.confirmFollow(followRequestToken((await lastRequest(fields.email)).id));
    const page = await site.ask(link);
    expect(page.body).toContain("r***@example.com");
    expect(page.headers["cache-control"]).toBe("no-store");
    expect(await db().follow.count()).toBe(0);
    expect((await site.post(link, {})).status).toBe(303);
    expect(await db().follow.count()).toBe(1);
    expect((await site.ask(link)).body).toContain("お知らせの受け取りを始めました");
  });

  it("answers alike for every address, also when one was asked too often", async () => {
    await confirmedAddress("known@example.com");
    await makeFollow("follower@example.com", { search: "" });
    const answers = [];
    for (const email of [
      "known@example.com",
      "follower@example.com",
      "new@example.com",
      ...Array(6).fill("often@example.com"),
    ]) {
      const { status, headers, body } = await site.post(paths.followTheme("collaboration"), { ...fields, email });
      answers.push(JSON.stringify([status, headers.location, body]));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it("keeps what was typed when something is wrong with it", async () => {
    const { status, body } = await site.post(paths.followSearch({ q: "公園" }), { email: "だめ", pace: "WEEKLY" });
    expect(status).toBe(400);
    expect(body).toContain('value="だめ"');
    expect(body).toMatch(/value="WEEKLY"[^>]*checked|checked[^>]*value="WEEKLY"/);
    expect(await db().mail.count()).toBe(0);
  });

  it("is not offered for what nobody can read", async () => {
    const { number, id } = await publishedIdea();
    await db().submission.update({ where: { id }, data: { review: "HIDDEN" } });
    expect((await site.ask(paths.followProposal(number))).status).toBe(404);
    expect((await site.post(paths.followProposal(number), fields)).status).toBe(404);
  });
});

describe("the button of mail programs", () => {
  it("ends a follow without cookies and from another site; opening its address does not", async () => {
    const { token, followId } = await makeFollow(fields.email, { search: "" });
    await makeFollow(fields.email, { theme: "collaboration" }, { pace: "DAILY" });
    const address = paths.stopFollowing(token, followId);
    const page = await site.ask(address);
    expect([page.status, await db().follow.count()]).toEqual([200, 2]);
    const { status, headers } = await pressInMailProgram(address, {
      origin: "https://mail.example",
      "sec-fetch-site": "cross-site",
    });
    expect([status, headers.location, await db().follow.count()]).toEqual([200, undefined, 1]);
    // asked twice, and in the language of the mail
    expect((await pressInMailProgram(address)).status).toBe(200);
    expect((await pressInMailProgram(`/en${paths.stopFollowing(token, "daily")}`)).status).toBe(200);
    expect([await db().follow.count(), await db().follower.count()]).toEqual([0, 0]);
    expect((await pressInMailProgram(address)).status).toBe(200);
  });

  it("is not held up by what others press in the same network, only by itself", async () => {
    const { token } = await makeFollow("reader@example.com", { search: "" });
    for (let n = 0; n < 200; n += 1) {
      const other = `${String(n).padStart(43, "x")}`;
      expect((await pressInMailProgram(paths.stopFollowing(other, "all"))).status).toBe(200);
    }
    expect((await pressInMailProgram(paths.stopFollowing(token, "all"))).status).toBe(200);
    expect(await db().follow.count()).toBe(0);
    const again = [];
    for (let n = 0; n < 61; n += 1) again.push((await pressInMailProgram(paths.stopFollowing(token, "all"))).status);
    expect(again[0]).toBe(200);
    expect(again.at(-1)).toBe(429);
  });

  it("reaches nothing else from another site", async () => {
    const { token } = await makeFollow(fields.email, { search: "" });
    for (const address of [paths.follows(token), paths.followTheme("collaboration"), `${paths.follows(token)}/stop`]) {
      const { status } = await pressInMailProgram(address, { origin: "https://mail.example" });
      expect([address, status]).toEqual([address, 403]);
    }
  });

  it("ends nothing without the right token", async () => {
    const { followId } = await makeFollow(fields.email, { search: "" });
    await pressInMailProgram(paths.stopFollowing("A".repeat(43), followId));
    await pressInMailProgram(paths.stopFollowing("A".repeat(43), "all"));
    expect(await db().follow.count()).toBe(1);
  });
});

describe("the page of one's follows", () => {
  it("shows and changes them, for whoever has the link", async () => {
    const { number } = await publishedIdea();
    const { token, followId } = await makeFollow(fields.email, { proposal: number });
    expect((await site.ask(paths.follows(token))).body).toContain(fields.email);
    await site.post(paths.follows(token), { act: "save", locale: "easy", [`pace-${followId}`]: "WEEKLY" });
    expect(await db().follow.findMany({ include: { follower: true } })).toMatchObject([
      { pace: "WEEKLY", follower: { locale: "easy" } },
    ]);
    await site.post(paths.follows(token), { act: "address", email: "other@example.com" });
    expect(await db().mail.findMany({ where: { template: "confirm-follow" } })).toMatchObject([
      { recipient: "other@example.com" },
    ]);
    expect((await site.ask(paths.follows("A".repeat(43)))).status).toBe(404);
  });

  it("does not say the title of what is not public any more", async () => {
    const { number, id } = await publishedIdea({ title: "消えた題名" });
    const { token } = await makeFollow(fields.email, { proposal: number });
    await db().submission.update({ where: { id }, data: { review: "HIDDEN" } });
    const { body } = await site.ask(paths.follows(token));
    expect([body.includes(number), body.includes("消えた題名")]).toEqual([true, false]);
  });
});
