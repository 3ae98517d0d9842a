import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { fileAppeal } from "#app/domain/moderation/commands/file-appeal.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { overturnAppeal } from "#app/domain/moderation/commands/overturn-appeal.server.ts";
import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { restoreItem } from "#app/domain/moderation/commands/restore-item.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import { upholdAppeal } from "#app/domain/moderation/commands/uphold-appeal.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { addBusinessDays, businessDaysBetween } from "#app/domain/shared/business-days.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { reportInput } from "#tests/support/factories/reports.ts";
import { makeOutcomes, makeReasons } from "#tests/support/factories/review-rows.ts";
import {
  authorOf,
  bringSubmissionTo,
  changeNow,
  commentInput,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  staffActor,
} from "#tests/support/submissions.ts";
import { exportFigures, type FigureRecord } from "./queries/export-figures.server.ts";
import { getDeskFigures } from "./queries/get-desk-figures.server.ts";
import { getTransparencyPage } from "./queries/get-transparency-page.server.ts";
import { refreshFigures } from "./refresh-figures.server.ts";
import { figureFilterSchema, type Group, type WorkFigures } from "./work-figures.ts";

/** An instant at a time of day in Tokyo. */
const tokyo = (day: string, time = "10:00") => new Date(`${day}T${time}:00+09:00`);

const moderator = staffActor("MODERATOR");
const approver = staffActor("ADMIN");
const at = (day: string, actor = moderator, time?: string) => contextOf(actor, tokyo(day, time));
const by = (day: string, time?: string) => contextOf(undefined, tokyo(day, time));

const version = async (id: string) =>
  (await db().submission.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

const item = async (id: string) => ({ item: { type: "submission", id } as const, version: await version(id) });

const words = (reasonCode: "PERSONAL_DATA" | "ABUSE" | "OFF_TOPIC") => ({ reasonCode, explanation: "理由です。" });

const ideaAt = async (day: string, time?: string) => (await submitIdea(by(day, time), ideaInput())).id;

const approve = async (id: string, day: string) => approveItem(at(day), await item(id));

const assign = async (id: string, deskId: string, day: string) =>
  assignSubmission(at(day), {
    submissionId: id,
    version: await version(id),
    deskId,
    dueOn: addBusinessDays(day, 10),
    instruction: null,
  });

async function answer(id: string, day: string): Promise<void> {
  const { answerId } = await draftAnswer(at(day), {
    submissionId: id,
    version: await version(id),
    outcomeKey: "adopted",
    referral: null,
    body: "来年度から行います。",
  });
  await publishAnswer(at(day, approver), { submissionId: id, version: await version(id), answerId });
}

/** The figures a viewer of the desk is shown after counting. */
async function figuresAt(now: Date, filter: Record<string, string> = {}, viewer = moderator) {
  await refreshFigures(now);
  const page = await getDeskFigures(
    viewer,
    figureFilterSchema.parse({ period: "12m", theme: null, kind: null, desk: null, ...filter }),
    { locale: "ja", now },
  );
  if (page === null) throw new Error("there are no figures");
  return page;
}

const keyed = (groups: readonly Group[], key: string) => groups.find((group) => group.key === key);
const monthly = ({ months }: WorkFigures) => months.map(({ key, received, answered }) => [key, received, answered]);
const spread = (n: number, median: number, ninetieth = median) => ({ n, median, ninetieth });

describe("the steps of a proposal", () => {
  useDatabase();

  it("are measured in open days, each from its own beginning, by what the commands did", async () => {
    await makeOutcomes();
    const { deskId, id: themeId } = await makeTheme();
    // a Thursday; the Monday after the weekend is a holiday
    const days = { received: "2026-11-19", decided: "2026-11-24", assigned: "2026-11-26", answered: "2026-12-03" };
    const id = await ideaAt(days.received, "23:59");
    await approve(id, days.decided);
    await assign(id, deskId, days.assigned);
    await answer(id, days.answered);
    const { figures } = await figuresAt(tokyo("2026-12-04"));
    const expected = {
      reviewed: spread(1, businessDaysBetween(days.received, days.decided)),
      assigned: spread(1, businessDaysBetween(days.decided, days.assigned)),
      worked: spread(1, businessDaysBetween(days.assigned, days.answered)),
      answered: spread(1, businessDaysBetween(days.received, days.answered)),
    };
    expect(Object.values(expected).map(({ median }) => median)).toEqual([2, 2, 5, 9]);
    expect(figures.total.steps).toEqual(expected);
    for (const [groups, key] of [
      [figures.themes, themeId],
      [figures.kinds, "IDEA"],
      [figures.desks, deskId],
    ] as const)
      expect(keyed(groups, key)?.steps).toEqual(expected);
    expect(monthly(figures)).toEqual([
      ["2026-11", 1, 0],
      ["2026-12", 0, 1],
    ]);
    expect(keyed(figures.months, "2026-11")?.steps).toMatchObject({ reviewed: { n: 1 }, worked: { n: 0 } });
  });

  it("count the first time alone, and nothing below nothing", async () => {
    await makeOutcomes();
    await makeReasons();
    const { deskId } = await makeTheme();
    const other = await makeDesk({ slug: "other" });
    const id = await ideaAt("2026-11-02");
    // given to a desk before it is published
    await assign(id, deskId, "2026-11-04");
    await approve(id, "2026-11-06");
    await hideItem(at("2026-11-10"), { ...(await item(id)), ...words("ABUSE") });
    await assign(id, other.id, "2026-11-12");
    await answer(id, "2026-11-13");
    const { figures } = await figuresAt(tokyo("2026-11-16"));
    expect(figures.total.steps).toEqual({
      reviewed: spread(1, 3),
      assigned: spread(1, 0),
      worked: spread(1, 7),
      answered: spread(1, 8),
    });
    // what was passed on is the later desk's
    expect(figures.desks.map(({ key }) => key)).toEqual([other.id]);
    expect(figures.decisions).toEqual([
      { key: "APPROVE", proposals: 1, comments: 0 },
      { key: "HIDE", proposals: 1, comments: 0 },
    ]);
  });

  it("begin for an inquiry with its receipt, and leave the review out", async () => {
    const desk = await makeDesk();
    const { id } = await submitInquiry(by("2026-11-24"), inquiryInput());
    await assign(id, desk.id, "2026-11-26");
    const { figures } = await figuresAt(tokyo("2026-11-27"), { kind: "INQUIRY" });
    expect(figures.total.steps).toMatchObject({ reviewed: { n: 0 }, assigned: spread(1, 2) });
    expect(keyed(figures.themes, "")?.received).toBe(1);
  });

  it("of many are known exactly for any part of them, also over several months", async () => {
    const { deskId } = await makeTheme();
    for (const [index, days] of [0, 1, 2, 3, 4, 5, 6, 7, 8, 30].entries()) {
      const received = index % 2 === 0 ? "2026-09-30" : "2026-10-01";
      const id = await ideaAt(received);
      const answered = tokyo(days === 0 ? received : addBusinessDays(received, days));
      await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId }, answered);
      await changeNow(id, { handling: "DRAFTED" }, answered);
      await changeNow(id, { handling: "ANSWERED", outcomeKey: "adopted" }, answered);
    }
    const { figures } = await figuresAt(tokyo("2026-12-01"));
    expect(figures.total.steps.answered).toEqual({ n: 10, median: 4, ninetieth: 8 });
    expect(keyed(figures.months, "2026-09")?.steps.answered).toEqual({ n: 1, median: 0, ninetieth: 0 });
    expect(monthly(figures)).toEqual([
      ["2026-09", 5, 1],
      ["2026-10", 5, 8],
      ["2026-11", 0, 1],
      ["2026-12", 0, 0],
    ]);
  });
});

describe("months and years", () => {
  useDatabase();

  it("begin at midnight in Tokyo, and the fiscal year with April", async () => {
    await makeTheme();
    await ideaAt("2026-03-31", "23:59");
    await ideaAt("2026-04-01", "00:00");
    await ideaAt("2026-04-30", "23:59");
    await ideaAt("2026-05-01", "00:00");
    const now = tokyo("2026-05-02");
    expect(monthly((await figuresAt(now)).figures)).toEqual([
      ["2026-03", 1, 0],
      ["2026-04", 2, 0],
      ["2026-05", 1, 0],
    ]);
    const year = await figuresAt(now, { period: "fy2026" });
    expect(year.figures.total.received).toBe(3);
    expect((await figuresAt(now, { period: "fy2025" })).figures.total.received).toBe(1);
    expect(year.periods.map(({ key }) => key)).toEqual(["12m", "3m", "fy2026", "fy2025"]);
  });
});

describe("what waits", () => {
  useDatabase();

  it("is what the home page says waits, by what it waits for and since when, whatever the period", async () => {
    const { deskId } = await makeTheme();
    await makeDesk();
    const [pending, published, assigned, drafted] = [
      await ideaAt("2026-11-24"),
      await ideaAt("2026-11-02"),
      await ideaAt("2026-10-01"),
      await ideaAt("2026-10-01"),
    ];
    for (const id of [published, assigned, drafted]) await bringSubmissionTo(id, "PUBLISHED");
    for (const id of [assigned, drafted]) await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId });
    await changeNow(drafted, { handling: "DRAFTED" });
    for (const state of ["RETURNED", "DECLINED", "WITHDRAWN"] as const)
      await bringSubmissionTo(await ideaAt("2026-10-01"), state);
    await submitInquiry(by("2026-11-24"), inquiryInput());
    await submitComment(by("2026-11-24"), commentInput());
    await submitComment(by("2026-11-24"), commentInput());
    const now = tokyo("2026-11-26");
    const { figures } = await figuresAt(now, { period: "3m" });
    expect(figures.waiting).toEqual({
      heaps: { review: 1, assign: 2, answer: 1, approve: 1 },
      weeks: [2, 0, 0, 1, 2],
      late: 3,
    });
    expect(businessDaysBetween("2026-11-02", "2026-11-26")).toBe(16);
    const { figures: home } = await db().publicFigures.findUniqueOrThrow({ where: { id: 1 } });
    expect(figures.total.waiting).toBe((home as { waiting: number }).waiting);
    expect(figures.kinds.map(({ key, waiting }) => [key, waiting])).toEqual([
      ["COMMENT", 2],
      ["IDEA", 4],
      ["INQUIRY", 1],
    ]);
    // comments have figures of their own
    const comments = await figuresAt(now, { kind: "COMMENT" });
    expect(comments.figures.total).toMatchObject({ received: 2, waiting: 2 });
    expect(await db().submission.count({ where: { id: pending, review: "PENDING" } })).toBe(1);
  });

  it("gets older with the day, and leaves no old cell behind", async () => {
    await makeTheme();
    await ideaAt("2026-11-24");
    const cells = async () =>
      (await db().figureCell.findMany({ where: { month: "" }, select: { counts: true } })).map(({ counts }) => counts);
    await refreshFigures(tokyo("2026-11-25"));
    expect(await cells()).toEqual([{ "waiting:1:review": 1 }]);
    expect(await refreshFigures(tokyo("2026-11-25", "17:00"))).toBe(false);
    expect(await refreshFigures(tokyo("2026-11-26"))).toBe(true);
    expect(await cells()).toEqual([{ "waiting:2:review": 1 }]);
  });
});

describe("decisions", () => {
  useDatabase();

  it("count each time in the month they are taken, with the reason the author was told", async () => {
    await makeReasons();
    await makeTheme();
    const ids = [await ideaAt("2026-10-30"), await ideaAt("2026-10-30"), await ideaAt("2026-10-30")];
    await approve(ids[0] ?? "", "2026-10-30");
    await declineItem(at("2026-10-30"), { ...(await item(ids[1] ?? "")), ...words("ABUSE") });
    await returnItem(at("2026-11-02"), { ...(await item(ids[2] ?? "")), ...words("PERSONAL_DATA") });
    const comment = await submitComment(by("2026-11-02"), commentInput());
    await declineItem(at("2026-11-02"), {
      item: { type: "comment", id: comment.id },
      version: 1,
      ...words("ABUSE"),
    });
    const { figures } = await figuresAt(tokyo("2026-11-04"));
    expect(figures.decisions).toEqual([
      { key: "DECLINE", proposals: 1, comments: 1 },
      { key: "APPROVE", proposals: 1, comments: 0 },
      { key: "RETURN", proposals: 1, comments: 0 },
    ]);
    expect(figures.reasons).toEqual([
      { key: "ABUSE", proposals: 1, comments: 1 },
      { key: "PERSONAL_DATA", proposals: 1, comments: 0 },
    ]);
    expect(figures.total.steps.reviewed).toEqual(spread(3, 0, 1));
  });
});

describe("reports by readers", () => {
  useDatabase();

  it("count in the month they come and, with what became of them, in the month they are closed; one network once", async () => {
    await makeReasons();
    await makeTheme();
    const proposal = await ideaAt("2026-10-29");
    await approve(proposal, "2026-10-29");
    const comment = await submitComment(by("2026-10-29"), commentInput());
    await approveItem(at("2026-10-29"), { item: { type: "comment", id: comment.id }, version: 1 });
    const { number } = await db().submission.findUniqueOrThrow({ where: { id: proposal } });
    const named = { type: "submission", number } as const;
    for (const sender of ["network-a", "network-a", "network-b"])
      await reportItem(by("2026-10-30"), reportInput(named, { sender }));
    await reportItem(by("2026-10-30"), reportInput({ type: "comment", number: comment.number }));
    await hideItem(at("2026-11-02"), { ...(await item(proposal)), ...words("ABUSE") });
    const october = await figuresAt(tokyo("2026-10-31"));
    expect(october.figures.reports).toEqual([{ key: "RECEIVED", proposals: 2, comments: 1 }]);
    const november = await figuresAt(tokyo("2026-11-04"));
    expect(november.figures.reports).toEqual([
      { key: "RECEIVED", proposals: 2, comments: 1 },
      { key: "ACTED_ON", proposals: 2, comments: 0 },
    ]);
    const told = (await everyRecord(tokyo("2026-11-04"))).filter(({ what }) => what === "report");
    // too seldom to be told to everybody
    expect(told.every(({ count }) => count === null || count === 0)).toBe(true);
  });
});

describe("appeals by authors", () => {
  useDatabase();

  it("count in the month they come and, with how they ended, in the month they are closed, for theme, kind and desk", async () => {
    await makeReasons();
    const { deskId, id: themeId } = await makeTheme();
    const other = staffActor("MODERATOR");
    const [kept, settled] = [await ideaAt("2026-10-29"), await ideaAt("2026-10-29")];
    await declineItem(at("2026-10-29"), { ...(await item(kept)), ...words("ABUSE") });
    await assign(settled, deskId, "2026-10-29");
    await approve(settled, "2026-10-29");
    await hideItem(at("2026-10-29", moderator, "11:00"), { ...(await item(settled)), ...words("ABUSE") });
    const comment = { type: "comment", id: (await submitComment(by("2026-10-29"), commentInput())).id } as const;
    await declineItem(at("2026-10-29"), { item: comment, version: 1, ...words("ABUSE") });

    const appealAgainst = async (id: string, of: "submission" | "comment" = "submission") => {
      const decision = await db().reviewDecision.findFirstOrThrow({
        where: { decision: { in: ["DECLINE", "HIDE"] }, OR: [{ submissionId: id }, { commentId: id }] },
      });
      const author = contextOf(authorOf({ id }, of), tokyo("2026-10-30"));
      await fileAppeal(author, { decisionId: decision.id, words: "もう一度読んでください。" });
      return (await db().appeal.findUniqueOrThrow({ where: { decisionId: decision.id } })).id;
    };
    const explanation = "もう一度読みました。";
    const appealId = await appealAgainst(kept);
    await appealAgainst(settled);
    const onComment = await appealAgainst(comment.id, "comment");
    const received = [{ key: "RECEIVED", proposals: 2, comments: 1 }];
    expect((await figuresAt(tokyo("2026-10-31"))).figures.appeals).toEqual(received);

    await upholdAppeal(at("2026-11-02", other), { ...(await item(kept)), appealId, explanation });
    const { version: seen } = await db().comment.findUniqueOrThrow({ where: { id: comment.id } });
    await overturnAppeal(at("2026-11-02", other), { item: comment, version: seen, appealId: onComment, explanation });
    // the office shows it again by itself, before anybody decided about the appeal
    await restoreItem(at("2026-11-02"), { ...(await item(settled)), explanation });
    const now = tokyo("2026-11-04");
    const appealsOf = async (filter: Record<string, string>) => (await figuresAt(now, filter)).figures.appeals;
    const all = [
      ...received,
      { key: "UPHELD", proposals: 1, comments: 0 },
      { key: "OVERTURNED", proposals: 0, comments: 1 },
      { key: "SETTLED", proposals: 1, comments: 0 },
    ];
    expect(await appealsOf({})).toEqual(all);
    expect(await appealsOf({ theme: themeId })).toEqual(all);
    expect(await appealsOf({ kind: "COMMENT" })).toEqual([
      { key: "RECEIVED", proposals: 0, comments: 1 },
      { key: "OVERTURNED", proposals: 0, comments: 1 },
    ]);
    expect(await appealsOf({ desk: deskId })).toEqual([
      { key: "RECEIVED", proposals: 1, comments: 0 },
      { key: "SETTLED", proposals: 1, comments: 0 },
    ]);
    const months = await db().figureCell.findMany({
      where: { month: { gt: "" } },
      select: { month: true, counts: true },
    });
    const keysIn = (wanted: string) =>
      months
        .flatMap(({ month, counts }) => (month === wanted ? Object.keys(counts as object) : []))
        .filter((key) => key.startsWith("appealed"));
    expect([...new Set(keysIn("2026-10"))]).toEqual(["appealed:0:"]);
    expect(keysIn("2026-11").sort()).toEqual(["appealed:0:OVERTURNED", "appealed:0:SETTLED", "appealed:0:UPHELD"]);
    const told = (await everyRecord(now)).filter(({ what }) => what === "appeal");
    expect(told.length).toBe(2 * all.length);
    // too seldom to be told to everybody
    expect(told.every(({ count }) => count === null || count === 0)).toBe(true);
  });
});

describe("who sees which figures", () => {
  useDatabase();

  it("is everybody all of them, but officers those of their own desks and no decisions", async () => {
    const { deskId } = await makeTheme();
    const other = await makeDesk();
    const own = await ideaAt("2026-11-24");
    await approve(own, "2026-11-24");
    await assign(own, deskId, "2026-11-24");
    await submitPartnership(by("2026-11-24"), partnershipInput());
    await submitInquiry(by("2026-11-24"), inquiryInput());
    const now = tokyo("2026-11-26");
    const seen = async (viewer: ReturnType<typeof staffActor>, filter = {}) => {
      const { figures, desks, withDecisions } = await figuresAt(now, filter, viewer);
      return { received: figures.total.received, desks: desks.length, withDecisions };
    };
    for (const role of ["ADMIN", "MODERATOR", "VIEWER"] as const)
      expect(await seen(staffActor(role))).toEqual({ received: 3, desks: 2, withDecisions: true });
    const officer = staffActor("OFFICER", [deskId]);
    expect(await seen(officer)).toEqual({ received: 1, desks: 1, withDecisions: false });
    expect(await seen(officer, { desk: other.id })).toMatchObject({ received: 0 });
    expect(await seen(staffActor("OFFICER", [other.id]))).toMatchObject({ received: 1 });
    expect(await seen(staffActor("OFFICER", []))).toEqual({ received: 0, desks: 0, withDecisions: false });
  });

  it("is for the public no days of fewer than three, in any place", async () => {
    const { deskId, id: themeId } = await makeTheme();
    for (const day of ["2026-11-02", "2026-11-04"]) {
      const id = await ideaAt(day);
      await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId }, tokyo("2026-11-10"));
      await changeNow(id, { handling: "DRAFTED" }, tokyo("2026-11-10"));
      await changeNow(id, { handling: "ANSWERED", outcomeKey: "adopted" }, tokyo("2026-11-10"));
    }
    const now = tokyo("2026-11-26");
    await refreshFigures(now);
    const page = await getTransparencyPage(anonymous, "12m", { locale: "ja", now });
    const few = { n: 2, median: null, ninetieth: null };
    expect(page?.figures.total).toMatchObject({ received: 2, answered: 2, steps: { answered: few } });
    expect(keyed(page?.figures.themes ?? [], themeId)?.steps.answered).toEqual(few);
    expect(keyed(page?.figures.desks ?? [], deskId)?.steps.answered).toEqual(few);
    expect(keyed(page?.figures.months ?? [], "2026-11")?.steps.answered).toEqual(few);
    const records = await everyRecord(now);
    expect(records.filter(({ what, count }) => what === "answered" && count === 2).length).toBeGreaterThan(3);
    expect(records.filter(({ median, ninetieth }) => median !== null || ninetieth !== null)).toEqual([]);
  });

  it("is nothing before the first count", async () => {
    await makeTheme();
    const now = tokyo("2026-11-26");
    expect(await getTransparencyPage(anonymous, "12m", { locale: "ja", now })).toBeNull();
    expect(
      await getDeskFigures(
        moderator,
        figureFilterSchema.parse({ period: "12m", theme: null, kind: null, desk: null }),
        {
          locale: "ja",
          now,
        },
      ),
    ).toBeNull();
    expect(await everyRecord(now)).toEqual([]);
  });
});

describe("open data of the figures", () => {
  useDatabase();

  it("has every fiscal year with its parts and months, and what waits now once", async () => {
    await makeTheme();
    await ideaAt("2025-05-01");
    await ideaAt("2026-05-01");
    const now = tokyo("2026-05-07");
    await refreshFigures(now);
    const records = await everyRecord(now);
    const received = records.filter(({ what, by: part }) => what === "received" && part === "all");
    expect(received.map(({ period, count }) => [period, count]).filter(([, count]) => count !== 0)).toEqual([
      ["fy2026", 1],
      ["2026-05", 1],
      ["fy2025", 1],
      ["2025-05", 1],
    ]);
    expect(received).toHaveLength(2 + 2 + 11);
    expect(records).toContainEqual(
      expect.objectContaining({ period: "fy2026", by: "theme", name: "協働の推進", what: "received", count: 1 }),
    );
    expect(
      records.filter(({ what }) => what === "waiting").map(({ period, code, count }) => [period, code, count]),
    ).toEqual([
      ["2026-05-07", "review", 2],
      ["2026-05-07", "assign", 0],
      ["2026-05-07", "answer", 0],
      ["2026-05-07", "approve", 0],
    ]);
  });
});

async function everyRecord(now: Date): Promise<FigureRecord[]> {
  const records: FigureRecord[] = [];
  for await (const batch of exportFigures(anonymous, "ja", now)) records.push(...batch);
  return records;
}
