import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { resendMail } from "#app/domain/mail/commands/resend-mail.server.ts";
import { anonymous, type StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission } from "#tests/support/factories/appeals.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { reportInput } from "#tests/support/factories/reports.ts";
import { as, makeComment, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { reportItem } from "../commands/report-item.server.ts";
import { openItem } from "../open-item.server.ts";
import { type QueueFilter, queueFilterSchema, queueViews } from "../queue.ts";
import { listQueue } from "./list-queue.server.ts";

describe("the queue", () => {
  useDatabase();

  const all: QueueFilter = queueFilterSchema.parse({});
  const look = async (viewer: StaffActor, filter: Partial<QueueFilter> = {}, size = 50, after: string | null = null) =>
    listQueue(viewer, { ...all, ...filter }, { locale: "ja", now: noon, size, after });
  /** Sorted: several were received at the same moment. */
  const numbers = async (...args: Parameters<typeof look>) =>
    (await look(...args)).page.items.map(({ number }) => number).sort();
  const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);

  it("starts with what waits for a decision, submissions and comments together: due first, then oldest, without a day last", async () => {
    const theme = await makeTheme();
    const dueOn = new Date("2026-11-27T00:00:00Z");
    const undated = await makeComment({ themeId: theme.id, receivedAt: at(-9) });
    const later = await makeSubmission({ receivedAt: at(0), dueOn: new Date("2026-11-30T00:00:00Z") });
    const second = await makeSubmission({ receivedAt: at(2), dueOn });
    const first = await makeComment({ themeId: theme.id, receivedAt: at(1), dueOn, body: `${"あ".repeat(70)}` });
    const third = await makeComment({ themeId: theme.id, receivedAt: at(3), dueOn });
    await makeSubmission({ review: "PUBLISHED", receivedAt: at(0) });
    const { view, page, counts } = await look(staff("MODERATOR"));
    expect(view).toBe("pending");
    expect(page.items.map(({ number, kind }) => [number, kind])).toEqual([
      [first.number, "COMMENT"],
      [second.number, "IDEA"],
      [third.number, "COMMENT"],
      [later.number, "IDEA"],
      [undated.number, "COMMENT"],
    ]);
    expect(page.items[0]?.title).toBe(`${"あ".repeat(60)}…`);
    expect(counts).toMatchObject({ pending: 5, assign: 1, all: 6 });
  });

  it("pages by cursor through both kinds without losing or repeating anything", async () => {
    const theme = await makeTheme();
    const expected: string[] = [];
    for (let minute = 0; minute < 7; minute += 1) {
      const receivedAt = at(Math.floor(minute / 2));
      const made =
        minute % 2 ? await makeComment({ themeId: theme.id, receivedAt }) : await makeSubmission({ receivedAt });
      expected.push(made.number);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { page } = await look(staff("MODERATOR"), {}, 3, after);
      seen.push(...page.items.map(({ number }) => number));
      after = page.next;
    } while (after !== null);
    expect([...seen].sort()).toEqual([...expected].sort());
    expect(seen).toHaveLength(7);
  });

  it("goes back to the page before", async () => {
    for (let minute = 0; minute < 5; minute += 1) await makeSubmission({ receivedAt: at(minute) });
    const first = await look(staff("MODERATOR"), {}, 2);
    const second = await look(staff("MODERATOR"), {}, 2, first.page.next);
    const back = await listQueue(staff("MODERATOR"), all, {
      locale: "ja",
      now: noon,
      size: 2,
      before: second.page.previous,
    });
    expect(back.page.items).toEqual(first.page.items);
  });

  it("sorts work into its heaps", async () => {
    const { number: working, officer, id } = await assigned();
    const inquiry = await makeSubmission({
      kind: "INQUIRY",
      review: "NOT_PUBLIC",
      dueOn: new Date("2026-11-20T00:00:00Z"),
    });
    const published = await makeSubmission({ review: "PUBLISHED", receivedAt: at(1) });
    await makeSubmission({ review: "WITHDRAWN", dueOn: new Date("2026-11-20T00:00:00Z") });
    const moderator = staff("MODERATOR");
    expect(await numbers(moderator, { view: "assign" })).toEqual([inquiry.number, published.number].sort());
    expect(await numbers(moderator, { view: "inquiries" })).toEqual([inquiry.number]);
    expect(await numbers(moderator, { view: "overdue" })).toEqual([inquiry.number]);
    expect(await numbers(moderator, { view: "working" })).toEqual([working]);
    expect(await numbers(moderator, { view: "drafted" })).toEqual([]);
    await draftAnswer(as(officer), { submissionId: id, version: 2, outcomeKey: "adopted", referral: null, body: "案" });
    expect(await numbers(moderator, { view: "drafted" })).toEqual([working]);
  });

  it("gathers what its author revised after it was returned", async () => {
    await makeSubmission();
    await makeSubmission({ revision: 2, review: "RETURNED" });
    const revised = await makeSubmission({ revision: 2 });
    const theme = await makeTheme();
    const comment = await makeComment({ themeId: theme.id, revision: 3 });
    await makeComment({ themeId: theme.id });
    const moderator = staff("MODERATOR");
    expect(await numbers(moderator, { view: "revised" })).toEqual([revised.number, comment.number].sort());
    expect((await look(moderator)).counts.revised).toBe(2);
  });

  it("asks a moderator for nothing that was handed to the administrators, who find it in both heaps", async () => {
    const theme = await makeTheme();
    const submission = await makeSubmission();
    const comment = await makeComment({ themeId: theme.id });
    const open = await makeSubmission();
    const note = "判断をお願いします。";
    for (const item of [{ submissionId: submission.id }, { commentId: comment.id }])
      await db().escalation.create({
        data: { id: randomUUID(), ...item, note, byId: randomUUID(), byLabel: "事務局", at: noon },
      });
    const numbersOf = (role: "MODERATOR" | "ADMIN", view: "pending" | "escalated") => numbers(staff(role), { view });
    const handedOver = [submission.number, comment.number].sort();
    expect(await numbersOf("MODERATOR", "pending")).toEqual([open.number]);
    expect(await numbersOf("ADMIN", "pending")).toEqual([...handedOver, open.number].sort());
    for (const role of ["MODERATOR", "ADMIN"] as const) expect(await numbersOf(role, "escalated")).toEqual(handedOver);
    expect((await look(staff("MODERATOR"))).counts).toMatchObject({ pending: 1, escalated: 2 });
  });

  it("gathers the items a mail about which could not be delivered, until it is sent again", async () => {
    const { id, number, officer } = await assigned();
    await makeSubmission();
    const mailId = await queueMail(receiptMessage({ submissionId: id }), at(0));
    await queueMail(receiptMessage({ submissionId: id }), at(0));
    const moderator = staff("MODERATOR");
    expect(await numbers(moderator, { view: "mail" })).toEqual([]);
    await db().mail.update({ where: { id: mailId }, data: { state: "FAILED" } });
    expect(await numbers(moderator, { view: "mail" })).toEqual([number]);
    expect((await look(moderator)).counts.mail).toBe(1);
    expect(await numbers(officer, { view: "mail" })).toEqual([]);
    await resendMail(as(moderator), { id: mailId });
    expect(await numbers(moderator, { view: "mail" })).toEqual([]);
  });

  it("says who has an item open, to everybody but officers", async () => {
    const { id, officer } = await assigned({ review: "PENDING" });
    const [moderator, other] = [staff("MODERATOR"), staff("ADMIN")];
    await openItem(moderator, { type: "submission", id }, { now: noon, isLook: true });
    const claims = async (viewer: StaffActor, filter = {}) =>
      (await look(viewer, filter)).page.items.map(({ claim }) => claim);
    expect(await claims(other)).toMatchObject([{ by: moderator.name, holder: "another" }]);
    expect(await claims(moderator)).toMatchObject([{ holder: "me" }]);
    expect(await claims(officer)).toEqual([null]);
    await db().claim.updateMany({ data: { lookedAt: at(-15) } });
    expect(await claims(other)).toEqual([null]);
  });

  it("puts appeals into a heap of their own, by the day they are due", async () => {
    const { item, number } = await appealedSubmission();
    const moderator = staff("MODERATOR");
    await makeSubmission({ review: "DECLINED", dueOn: null });
    const { page, counts } = await look(moderator, { view: "appeals" });
    expect(page.items).toMatchObject([{ id: item.id, number, dueOn: "2026-12-02", late: false }]);
    expect(counts.appeals).toBe(1);
    expect(await numbers(moderator, { view: "overdue" })).toEqual([]);
    const later = await listQueue(
      moderator,
      { ...all, view: "overdue" },
      {
        locale: "ja",
        now: new Date("2026-12-03T00:00:00Z"),
        size: 50,
      },
    );
    expect(later.page.items).toMatchObject([{ id: item.id, late: true }]);
  });

  it("puts what is reported into a heap of its own with how many reports count, and tells officers nothing of it", async () => {
    const { number, officer, id } = await assigned({ review: "PUBLISHED", publishedAt: noon });
    const theme = await makeTheme();
    const comment = await makeComment({ themeId: theme.id, review: "PUBLISHED", publishedAt: noon });
    const named = { type: "submission", number } as const;
    for (const sender of ["a", "a", "b"]) await reportItem(as(anonymous), reportInput(named, { sender }));
    await reportItem(as(anonymous), reportInput({ type: "comment", number: comment.number }));
    for (const viewer of [staff("MODERATOR"), staff("VIEWER")]) {
      const { page, counts } = await look(viewer, { view: "reported" });
      const reports = page.items.map((row) => [row.number, row.reports]).sort();
      expect(reports).toEqual(
        [
          [number, 2],
          [comment.number, 1],
        ].sort(),
      );
      expect(counts.reported).toBe(2);
    }
    const { page, counts } = await look(officer, { view: "reported" });
    expect([page.items, counts.reported]).toEqual([[], undefined]);
    expect((await look(officer, { view: "all" })).page.items).toMatchObject([{ id, reports: 0 }]);
  });

  it("shows officers only what lies with their own desks", async () => {
    const { number, officer, otherOfficer, desk } = await assigned({ review: "PENDING" });
    const theme = await makeTheme(desk.id);
    await makeComment({ themeId: theme.id });
    await makeSubmission({ review: "PUBLISHED" });
    const mine = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: desk.id });
    expect((await look(officer)).view).toBe("working");
    expect(await numbers(officer)).toEqual([number]);
    expect(await numbers(officer, { view: "all" })).toEqual([number, mine.number].sort());
    expect(await numbers(officer, { view: "pending" })).toEqual([number]);
    expect(await numbers(otherOfficer, { view: "all" })).toEqual([]);
  });

  it("counts the heaps that somebody is shown, and no others", async () => {
    const { officer } = await assigned({ review: "PENDING" });
    const { counts } = await look(officer);
    expect(counts).toEqual({ drafted: 0, overdue: 0, inquiries: 0, working: 1, all: 1 });
    for (const role of ["ADMIN", "MODERATOR", "VIEWER"] as const) {
      expect(Object.keys((await look(staff(role))).counts), role).toEqual([...queueViews]);
    }
  });

  it("is narrowed by theme, kind, state and desk", async () => {
    const { number, desk } = await assigned();
    const theme = await makeTheme(desk.id);
    const themed = await makeSubmission({ themeId: theme.id, kind: "PARTNERSHIP" });
    const comment = await makeComment({ themeId: theme.id });
    const viewer = staff("VIEWER");
    expect(await numbers(viewer, { view: "all", theme: theme.id })).toEqual([themed.number, comment.number].sort());
    expect(await numbers(viewer, { view: "all", kind: "COMMENT" })).toEqual([comment.number]);
    expect(await numbers(viewer, { view: "all", kind: "PARTNERSHIP" })).toEqual([themed.number]);
    expect(await numbers(viewer, { view: "all", desk: desk.id })).toEqual([number]);
    expect(await numbers(viewer, { view: "all", handling: "ASSIGNED" })).toEqual([number]);
    expect(await numbers(viewer, { view: "all", review: "PUBLISHED" })).toEqual([number]);
  });

  it("takes nonsense in the address for no filter", () => {
    expect(queueFilterSchema.parse({ view: "x", theme: "'; --", kind: "", review: null, handling: "NEW" })).toEqual({
      ...all,
      handling: "NEW",
    });
  });

  it("can show only what should be looked at twice, or what has one and the same text", async () => {
    const theme = await makeTheme();
    await makeSubmission();
    const flagged = await makeSubmission({ isFlagged: true });
    const print = "p".repeat(22);
    const comment = await makeComment({ themeId: theme.id, isFlagged: true });
    for (const of of [{ submissionId: flagged.id }, { commentId: comment.id }]) {
      await db().textPrint.create({ data: { id: randomUUID(), ...of, print, at: noon } });
    }
    const unlike = await makeComment({ themeId: theme.id, isFlagged: true });
    const moderator = staff("MODERATOR");
    expect(await numbers(moderator, { flagged: "yes" })).toEqual(
      [flagged.number, comment.number, unlike.number].sort(),
    );
    expect(await numbers(moderator, { view: "all", same: print })).toEqual([flagged.number, comment.number].sort());
    const same = await look(moderator, { same: print });
    expect(same.page.items.every(({ isFlagged }) => isFlagged)).toBe(true);
    expect(same.same).toEqual({ [flagged.id]: { count: 2, print }, [comment.id]: { count: 2, print } });
    // what is alone with its text, or has none to compare, is not said to be one of many
    await db().textPrint.create({
      data: { id: randomUUID(), commentId: unlike.id, print: "q".repeat(22), at: noon },
    });
    expect(Object.keys((await look(moderator, { view: "all" })).same).sort()).toEqual([flagged.id, comment.id].sort());
  });
});
