import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { lastRequest, makeFollow } from "#tests/support/factories/follow-rows.ts";
import { contextOf, makeTheme, testNow } from "#tests/support/submissions.ts";
import { followRequestToken } from "../request-confirmation.server.ts";
import { confirmFollow } from "./confirm-follow.server.ts";
import { requestFollow } from "./request-follow.server.ts";
import { requestNewAddress } from "./request-new-address.server.ts";

useDatabase();

const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const email = "reader@example.com";
const ask = async (search: string, pace: "AT_ONCE" | "DAILY" = "AT_ONCE", now = testNow) => {
  await requestFollow(contextOf(undefined, now), { target: { search }, email, pace });
  return followRequestToken((await lastRequest(email)).id);
};
const confirm = (token: string, now = testNow) => confirmFollow(contextOf(undefined, now), { token });
const confirmations = () => db().auditEntry.count({ where: { action: "confirm-follow" } });

describe("confirming a follow", () => {
  it("begins it, once, and says nothing about other mail to the address", async () => {
    const token = await ask("q=公園");
    await confirm(token);
    await confirm(token);
    expect(await db().follow.findMany()).toMatchObject([{ search: "q=%E5%85%AC%E5%9C%92", pace: "AT_ONCE" }]);
    expect(await db().emailAddress.findMany()).toMatchObject([{ confirmedAt: null }]);
    expect(await confirmations()).toBe(1);
  });

  it("changes the pace of what is followed already", async () => {
    await confirm(await ask("q=公園"));
    await confirm(await ask("q=公園", "DAILY"), later(1));
    expect(await db().follow.findMany()).toMatchObject([{ pace: "DAILY" }]);
    expect(await db().follower.count()).toBe(1);
  });

  it("refuses a link that is over or was never sent", async () => {
    const token = await ask("q=公園");
    await expect(confirm(token, later(8))).rejects.toMatchObject({ messageKey: "confirmationExpired" });
    await expect(confirm("A".repeat(43))).rejects.toMatchObject({ messageKey: "confirmationInvalid" });
    expect(await db().follow.count()).toBe(0);
    expect(await confirmations()).toBe(0);
  });

  it("makes one follower of one address when two buttons are pressed at the same time", async () => {
    const tokens = [await ask("q=公園"), await ask("q=図書館", "AT_ONCE", later(1))];
    await Promise.all(tokens.map((token) => confirm(token, later(1))));
    expect([await db().follower.count(), await db().follow.count()]).toEqual([1, 2]);
  });

  it("follows a hundred things at most", async () => {
    const { followerId } = await makeFollow("reader@example.com", { search: "q=一番" });
    await db().follow.createMany({
      data: Array.from({ length: 99 }, (_, n) => ({
        id: crypto.randomUUID(),
        followerId,
        search: `q=${n}`,
        pace: "DAILY" as const,
        createdAt: testNow,
      })),
    });
    await expect(confirm(await ask("q=もう一つ"))).rejects.toMatchObject({ messageKey: "tooManyFollows" });
  });

  it("moves everything to a new address, and joins what that one follows already", async () => {
    await makeTheme();
    const { token } = await makeFollow("old@example.com", { theme: "collaboration" });
    await makeFollow("old@example.com", { search: "q=公園" });
    await makeFollow("new@example.com", { search: "q=公園" }, { pace: "WEEKLY" });
    await requestNewAddress(contextOf(), { token, email: "new@example.com" });
    await confirm(followRequestToken((await lastRequest("new@example.com")).id));
    const followers = await db().follower.findMany({ include: { emailAddress: true, follows: true } });
    expect(followers.map(({ emailAddress }) => emailAddress.address)).toEqual(["new@example.com"]);
    expect(followers[0]?.follows.map(({ pace }) => pace).sort()).toEqual(["AT_ONCE", "WEEKLY"]);
  });
});

describe("asking for another address", () => {
  it("changes nothing before its owner agrees", async () => {
    const { token, followerId } = await makeFollow("old@example.com", { search: "" });
    await requestNewAddress(contextOf(), { token, email: "new@example.com" });
    const owner = () => db().follower.findUniqueOrThrow({ where: { id: followerId }, include: { emailAddress: true } });
    expect((await owner()).emailAddress.address).toBe("old@example.com");
    expect(await db().mail.findMany()).toMatchObject([{ template: "confirm-follow", recipient: "new@example.com" }]);
    await confirm(followRequestToken((await lastRequest("new@example.com")).id));
    expect((await owner()).emailAddress.address).toBe("new@example.com");
    const actions = await db().auditEntry.findMany({ where: { action: "request-new-address" } });
    expect(actions).toHaveLength(1);
  });

  it("needs a link that works", async () => {
    await expect(
      requestNewAddress(contextOf(), { token: "A".repeat(43), email: "new@example.com" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND", messageKey: "followsGone" });
    expect(await db().mail.count()).toBe(0);
  });
});
