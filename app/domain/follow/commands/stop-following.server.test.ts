import { describe, expect, it } from "vitest";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeFollow } from "#tests/support/factories/follow-rows.ts";
import { contextOf, ideaInput, makeTheme } from "#tests/support/submissions.ts";
import { changeFollows } from "./change-follows.server.ts";
import { stopFollowing } from "./stop-following.server.ts";

useDatabase();

const three = async () => {
  const email = "reader@example.com";
  const one = await makeFollow(email, { search: "q=公園" });
  const two = await makeFollow(email, { search: "q=図書館" }, { pace: "DAILY" });
  const three = await makeFollow(email, { search: "" }, { pace: "WEEKLY" });
  return { token: one.token, one: one.followId, two: two.followId, three: three.followId };
};
const left = async () => (await db().follow.findMany({ orderBy: { search: "asc" } })).map(({ id }) => id);
const audited = (action: string) => db().auditEntry.count({ where: { action } });

describe("stopping", () => {
  it("ends one follow, or all of one pace", async () => {
    const { token, one, two, three: weekly } = await three();
    expect(await stopFollowing(contextOf(), { token, what: one })).toEqual({ left: 2 });
    expect(await left()).toEqual([weekly, two]);
    expect(await stopFollowing(contextOf(), { token, what: "daily" })).toEqual({ left: 1 });
    expect(await left()).toEqual([weekly]);
    expect(await audited("stop-following")).toBe(2);
  });

  it("is no error twice", async () => {
    const { token, one } = await three();
    await stopFollowing(contextOf(), { token, what: one });
    expect(await stopFollowing(contextOf(), { token, what: one })).toEqual({ left: 2 });
    expect(await audited("stop-following")).toBe(1);
  });

  it("with the last one forgets the address", async () => {
    const { token } = await three();
    expect(await stopFollowing(contextOf(), { token, what: "all" })).toEqual({ left: 0 });
    expect([await db().follower.count(), await db().emailAddress.count(), await db().followRequest.count()]).toEqual([
      0, 0, 0,
    ]);
    expect(await stopFollowing(contextOf(), { token, what: "all" })).toEqual({ left: 0 });
    expect(await audited("stop-following")).toBe(1);
  });

  it("ends nothing of another address", async () => {
    const { token } = await three();
    const other = await makeFollow("other@example.com", { search: "q=公園" });
    await stopFollowing(contextOf(), { token, what: other.followId });
    expect(await db().follow.count()).toBe(4);
  });
});

describe("changing follows", () => {
  it("sets language and paces of one's own, with one audit entry", async () => {
    const { token, one, two } = await three();
    const other = await makeFollow("other@example.com", { search: "q=公園" });
    await changeFollows(contextOf(), {
      token,
      locale: "easy",
      paces: { [one]: "WEEKLY", [other.followId]: "WEEKLY" },
    });
    const rows = new Map((await db().follow.findMany()).map(({ id, pace }) => [id, pace]));
    expect([rows.get(one), rows.get(two), rows.get(other.followId)]).toEqual(["WEEKLY", "DAILY", "AT_ONCE"]);
    expect((await db().follower.findMany({ where: { locale: "easy" } })).length).toBe(1);
    expect(await audited("change-follows")).toBe(1);
  });

  it("needs a link that works", async () => {
    await expect(changeFollows(contextOf(), { token: "A".repeat(43), locale: "ja", paces: {} })).rejects.toMatchObject({
      messageKey: "followsGone",
    });
    expect(await audited("change-follows")).toBe(0);
  });
});

describe("being forgotten", () => {
  it("leaves nothing behind but that it was done", async () => {
    const { token } = await three();
    await db().followRequest.updateMany({ data: { confirmedAt: null } });
    await stopFollowing(contextOf(), { token, what: "all" });
    expect([
      await db().follow.count(),
      await db().followRequest.count(),
      await db().emailAddress.count(),
      await db().mail.count(),
    ]).toEqual([0, 0, 0, 0]);
  });

  it("leaves the address with what was sent in with it, which the city must be able to answer", async () => {
    await makeTheme();
    await submitIdea(contextOf(), ideaInput({ email: "reader@example.com" }));
    const { token } = await makeFollow("reader@example.com", { search: "" });
    await stopFollowing(contextOf(), { token, what: "all" });
    expect(await db().emailAddress.findMany()).toMatchObject([{ address: "reader@example.com" }]);
    expect(await db().mail.findMany()).toMatchObject([{ template: "confirm-address" }]);
    expect([await db().follower.count(), await db().followRequest.count()]).toEqual([0, 0]);
  });
});
