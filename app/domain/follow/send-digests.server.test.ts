import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type MailTransport, smtpTransport } from "#app/platform/mail/transport.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type MadeFollow, makeFollow, newsMails, spreadAll } from "#tests/support/factories/follow-rows.ts";
import { makeReasons } from "#tests/support/factories/review-rows.ts";
import { linkIn, startMailServer, type TestMailServer } from "#tests/support/mail.ts";
import { contextOf, ideaInput, makeTheme, staffActor, testNow } from "#tests/support/submissions.ts";
import { clearFollowTraces } from "./clear-follow-traces.server.ts";
import { changeFollows } from "./commands/change-follows.server.ts";
import { requestFollow } from "./commands/request-follow.server.ts";
import { stopFollowing } from "./commands/stop-following.server.ts";
import { completeNews } from "./complete-news.server.ts";
import { sendDigests } from "./send-digests.server.ts";

useDatabase();

/** The times at which digests are due after the test's own, in Tokyo: the next morning, and the Monday after. */
const morning = new Date("2026-11-25T07:00:00+09:00");
const monday = new Date("2026-11-30T07:00:00+09:00");

beforeEach(async () => {
  await makeTheme();
  await makeReasons();
});

async function published(title: string): Promise<string> {
  const { id } = await submitIdea(contextOf(), ideaInput({ title, email: null }));
  await approveItem(contextOf(staffActor("MODERATOR")), { item: { type: "submission", id }, version: 1 });
  await spreadAll(testNow);
  return id;
}

describe("digests", () => {
  it("come when their hour has passed, once, with everything since the last one", async () => {
    await makeFollow("daily@example.com", { search: "" }, { pace: "DAILY" });
    await makeFollow("weekly@example.com", { theme: "collaboration" }, { pace: "WEEKLY" });
    await makeFollow("quiet@example.com", { search: "q=除雪" }, { pace: "DAILY" });
    await published("一つめ");
    await published("二つめ");
    expect(await sendDigests(testNow)).toBe(0);
    // late, because nobody was there at seven
    const late = new Date(morning.getTime() + 5 * 3_600_000);
    expect(await Promise.all([sendDigests(late), sendDigests(late)]).then(([one, two]) => one + two)).toBe(1);
    expect(await newsMails()).toEqual(["daily@example.com DAILY"]);
    const { params } = await db().mail.findFirstOrThrow();
    expect((params as { entryIds: string[] }).entryIds).toHaveLength(2);
    expect(JSON.stringify(params)).not.toContain("一つめ");

    expect(await sendDigests(monday)).toBe(1);
    expect(await newsMails()).toEqual(["daily@example.com DAILY", "weekly@example.com WEEKLY"]);
    expect(await sendDigests(new Date(monday.getTime() + 86_400_000))).toBe(0);
  });

  it("hold what waits also when its reader has changed the pace", async () => {
    const { token, followId } = await makeFollow("reader@example.com", { search: "" }, { pace: "WEEKLY" });
    await published("一つめ");
    await changeFollows(contextOf(), { token, locale: "ja", paces: { [followId]: "AT_ONCE" } });
    expect(await sendDigests(morning)).toBe(1);
  });
});

describe("a mail with news", () => {
  let server: TestMailServer;
  let transport: MailTransport;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.received.length = 0;
    transport = smtpTransport(server.url, { name: "創革ひろば", address: "no-reply@tomakomai.example" });
  });
  afterEach(() => transport.close());

  const email = "reader@example.com";
  const deliver = async () => {
    const { id } = await db().mail.findFirstOrThrow({ where: { template: "follow-news" } });
    return deliverMail(id, transport, { complete: completeNews });
  };
  const told = async (title = "町内会の回覧"): Promise<MadeFollow & { id: string }> => {
    const follow = await makeFollow(email, { search: "" });
    return { ...follow, id: await published(title) };
  };

  it("says what is public now, and can be ended with one click", async () => {
    const { token, followId } = await told();
    expect(await deliver()).toBe("sent");
    const [received] = server.received;
    expect(received?.mail.subject).toMatch(/^【創革ひろば】新しい提案が公開されました R8-\d+$/);
    expect(received?.mail.text).toContain("町内会の回覧");
    expect(linkIn(received?.mail ?? {}, "/follows/")).toMatch(new RegExp(`/follows/${token}$`));
    const header = received?.raw.toString().replace(/\r\n[ \t]+/g, " ") ?? "";
    expect(header).toMatch(new RegExp(`^List-Unsubscribe: <http://\\S+/follows/${token}/stop/${followId}>\\r$`, "m"));
    expect(header).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it("is not sent when what it tells of was hidden meanwhile", async () => {
    const { id } = await told();
    await db().submission.update({ where: { id }, data: { review: "HIDDEN" } });
    expect(await deliver()).toBe("not-waiting");
    expect(server.received).toEqual([]);
    expect(await db().mail.findFirst({ where: { template: "follow-news" } })).toMatchObject({ state: "CANCELLED" });
  });

  it("leaves out of a digest what was hidden meanwhile", async () => {
    await makeFollow(email, { search: "" }, { pace: "DAILY" });
    await published("見えるもの");
    await db().submission.update({ where: { id: await published("隠したもの") }, data: { review: "HIDDEN" } });
    await sendDigests(morning);
    expect(await deliver()).toBe("sent");
    const text = server.received[0]?.mail.text ?? "";
    expect([text.includes("見えるもの"), text.includes("隠したもの")]).toEqual([true, false]);
  });

  it("is not sent for what its reader follows no more", async () => {
    const { token, followId } = await told();
    await makeFollow(email, { search: "q=除雪" });
    await stopFollowing(contextOf(), { token, what: followId });
    expect(await deliver()).toBe("not-waiting");
    expect(server.received).toEqual([]);
  });

  it("about a sample reaches nobody", async () => {
    const { id } = await told();
    await db().submission.update({ where: { id }, data: { isSample: true } });
    expect(await deliver()).toBe("sent");
    expect(server.received).toEqual([]);
  });

  it("other than those carries no such header", async () => {
    await requestFollow(contextOf(), { target: { search: "" }, email, pace: "DAILY" });
    const { id } = await db().mail.findFirstOrThrow();
    await deliverMail(id, transport, { complete: completeNews });
    expect(server.received[0]?.raw.toString()).not.toMatch(/^List-/m);
  });
});

describe("what is kept of follows", () => {
  const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

  it("ends a week after a request that nobody confirmed, with the address and the mail", async () => {
    await requestFollow(contextOf(), { target: { search: "" }, email: "nobody@example.com", pace: "DAILY" });
    expect(await clearFollowTraces(days(6))).toEqual({ requests: 0, news: 0 });
    expect(await clearFollowTraces(days(8))).toEqual({ requests: 1, news: 0 });
    expect([await db().emailAddress.count(), await db().mail.count()]).toEqual([0, 0]);
  });

  it("leaves alone who follows something, and forgets after three months what they were told", async () => {
    await makeFollow("reader@example.com", { search: "" });
    await published("一つめ");
    await db().mail.updateMany({ data: { state: "SENT" } });
    expect(await clearFollowTraces(days(80))).toEqual({ requests: 1, news: 0 });
    expect(await clearFollowTraces(days(91))).toEqual({ requests: 0, news: 1 });
    expect([await db().follow.count(), await db().emailAddress.count(), await db().mail.count()]).toEqual([1, 1, 0]);
  });
});
