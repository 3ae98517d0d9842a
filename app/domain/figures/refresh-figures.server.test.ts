import { describe, expect, it } from "vitest";
import { changeSettings } from "#app/domain/settings/commands/change-settings.server.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addBusinessDays, businessDaysBetween } from "#app/domain/shared/business-days.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { watchContent } from "#app/platform/content-changes.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { waitFor } from "#tests/support/mail.ts";
import {
  auditedActions,
  bringSubmissionTo,
  changeNow,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  staffActor,
} from "#tests/support/submissions.ts";
import { getPublicFigures } from "./queries/get-public-figures.server.ts";
import { refreshFigures } from "./refresh-figures.server.ts";

/** An instant at a time of day in Tokyo. */
const tokyo = (day: string, time = "10:00") => new Date(`${day}T${time}:00+09:00`);

const ideaAt = async (day: string, time?: string) =>
  (await submitIdea(contextOf(undefined, tokyo(day, time)), ideaInput())).id;

/** As publishing the first answer leaves it. */
async function answerAt(id: string, deskId: string, day: string, time?: string): Promise<void> {
  const at = tokyo(day, time);
  await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId }, at);
  await changeNow(id, { handling: "DRAFTED" }, at);
  await changeNow(id, { handling: "ANSWERED", outcomeKey: "adopted" }, at);
}

async function figuresAt(now: Date) {
  await refreshFigures(now);
  const figures = await getPublicFigures();
  if (figures === null) throw new Error("there are no figures");
  return figures;
}

describe("the figures of the city", () => {
  useDatabase();

  it("are zeros for a city nobody wrote to yet, and are kept all the same", async () => {
    expect(await getPublicFigures()).toBeNull();
    const figures = await figuresAt(tokyo("2026-11-25"));
    expect(figures).toMatchObject({ received: 0, answered: 0, waiting: 0, months: [], themes: [] });
    expect(figures.computedAt).toBe(tokyo("2026-11-25").toISOString());
  });

  it("count every kind in every state as received, and answers whoever may read them", async () => {
    const { deskId } = await makeTheme();
    await makeTheme({ slug: "ict" });
    await makeDesk();
    const day = "2026-11-24";
    for (const state of ["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const)
      await bringSubmissionTo(await ideaAt(day), state);
    const declined = await ideaAt(day);
    await bringSubmissionTo(declined, "DECLINED");
    await answerAt(declined, deskId, day);
    const hidden = await ideaAt(day);
    await bringSubmissionTo(hidden, "PUBLISHED");
    await answerAt(hidden, deskId, day);
    await changeNow(hidden, { review: "HIDDEN" });
    const context = contextOf(undefined, tokyo(day));
    await submitPartnership(context, partnershipInput({ themeSlug: "ict" }));
    const asked = await submitInquiry(context, inquiryInput());
    await answerAt(asked.id, deskId, day);
    await submitInquiry(context, inquiryInput());
    await db().submission.update({ where: { id: hidden }, data: { isSample: true } });

    expect(await figuresAt(tokyo("2026-11-25"))).toMatchObject({
      received: 11,
      answered: 3,
      // pending, published, hidden; the partnership proposal; one inquiry
      waiting: 5,
      samples: 1,
      months: [{ month: "2026-11", received: 11, answered: 3 }],
      themes: [
        { slug: "collaboration", received: 8, answered: 2 },
        { slug: "ict", received: 1, answered: 0 },
      ],
      inquiries: { received: 2, answered: 1 },
    });
  });

  it("hold numbers and names of themes, and nothing anybody wrote", async () => {
    await makeTheme();
    await makeDesk();
    const context = contextOf(undefined, tokyo("2026-11-24"));
    await submitIdea(context, ideaInput({ title: "ひみつの合図", displayName: "ひみつの合図", area: "ひみつの合図" }));
    await submitPartnership(context, partnershipInput({ confidentialNote: "ひみつの合図" }));
    await submitInquiry(context, inquiryInput({ body: "ひみつの合図" }));
    await refreshFigures(tokyo("2026-11-25"));
    const row = await db().publicFigures.findUniqueOrThrow({ where: { id: 1 } });
    const texts = new Set<unknown>();
    JSON.stringify(row.figures, (_key, value) => {
      if (typeof value === "string") texts.add(value);
      return value;
    });
    expect([...texts].sort()).toEqual(["2026-11", "collaboration"]);
  });

  it("count days on which the city hall is open, over the turn of the year and by the day in Tokyo", async () => {
    const { deskId } = await makeTheme();
    const pairs: [string, string, string, string][] = [
      ["2026-12-24", "23:59", "2027-01-04", "00:01"],
      ["2026-12-28", "10:00", "2027-01-12", "10:00"],
      ["2026-12-31", "10:00", "2027-01-03", "10:00"],
      ["2027-01-08", "10:00", "2027-01-08", "17:00"],
    ];
    for (const [received, at, answered, then] of pairs)
      await answerAt(await ideaAt(received, at), deskId, answered, then);
    const days = pairs.map(([received, , answered]) => businessDaysBetween(received, answered));
    // the fourth week of December has its 25th and 28th; the second Monday of January is a holiday
    expect(days).toEqual([3, 6, 0, 0]);
    const { speed, months } = await figuresAt(tokyo("2027-01-15"));
    expect(speed).toEqual({ median: 0, ninetieth: 6, weeks: [3, 1, 0, 0, 0], kept: 4, late: 0 });
    expect(months).toEqual([
      { month: "2026-12", received: 3, answered: 0 },
      { month: "2027-01", received: 1, answered: 4 },
    ]);
  });

  it("leave out of the speed what was answered before the months shown, but not out of the whole", async () => {
    const { deskId } = await makeTheme();
    await answerAt(await ideaAt("2025-10-01"), deskId, "2025-10-31");
    await answerAt(await ideaAt("2025-10-01"), deskId, "2025-12-01", "00:00");
    const figures = await figuresAt(tokyo("2026-11-25"));
    expect(figures).toMatchObject({ received: 2, answered: 2 });
    expect(figures.months).toHaveLength(12);
    expect(figures.months.at(0)).toEqual({ month: "2025-12", received: 0, answered: 1 });
    expect(figures.speed.weeks.reduce((sum, count) => sum + count)).toBe(1);
  });

  it("call late what waits past the promised day of its kind, from the next open day on", async () => {
    await makeTheme();
    await makeDesk();
    const context = contextOf(undefined, tokyo("2026-12-18"));
    await submitIdea(context, ideaInput());
    await submitInquiry(context, inquiryInput());
    const late = async (day: string) => (await figuresAt(tokyo(day))).speed.late;
    const [inquiryDue, ideaDue] = [addBusinessDays("2026-12-18", 5), addBusinessDays("2026-12-18", 10)];
    expect([inquiryDue, ideaDue]).toEqual(["2026-12-25", "2027-01-07"]);
    expect(await late(inquiryDue)).toBe(0);
    expect(await late("2026-12-27")).toBe(0);
    expect(await late("2026-12-28")).toBe(1);
    expect(await late(ideaDue)).toBe(1);
    expect(await late("2027-01-08")).toBe(2);
  });

  it("follow the promise as it stands", async () => {
    const { deskId } = await makeTheme();
    await answerAt(await ideaAt("2026-11-02"), deskId, "2026-11-20");
    expect((await figuresAt(tokyo("2026-11-25"))).speed).toMatchObject({ kept: 0, late: 1 });
    await changeSettings(contextOf(staffActor("ADMIN"), tokyo("2026-11-25")), {
      version: 0,
      settings: { ...defaultSettings, answerDays: { ...defaultSettings.answerDays, IDEA: 15 } },
    });
    expect(await figuresAt(tokyo("2026-11-25"))).toMatchObject({
      speed: { kept: 1, late: 0 },
      promise: { IDEA: 15, PARTNERSHIP: 10, INQUIRY: 5 },
    });
  });
});

describe("counting anew", () => {
  useDatabase();

  it("announces new numbers, and numbers that are the same only get a new time", async () => {
    await makeTheme();
    await ideaAt("2026-11-24");
    const heard = { count: 0 };
    const watch = await watchContent(() => {
      heard.count += 1;
    });
    try {
      // the watch itself says once that it begins
      heard.count = 0;
      expect(await refreshFigures(tokyo("2026-11-25", "10:00"))).toBe(true);
      // by this process at once, and through the database
      await waitFor(async () => heard.count === 2);

      expect(await refreshFigures(tokyo("2026-11-25", "10:05"))).toBe(false);
      expect((await getPublicFigures())?.computedAt).toBe(tokyo("2026-11-25", "10:05").toISOString());

      await ideaAt("2026-11-25", "10:06");
      expect(await refreshFigures(tokyo("2026-11-25", "10:10"))).toBe(true);
      // what the database passes on comes in order: by now anything said at 10:05 would have been heard
      await waitFor(async () => heard.count >= 6);
      expect(heard.count).toBe(6);
      expect(await getPublicFigures()).toMatchObject({ received: 2 });
    } finally {
      await watch.stop();
    }
  });

  it("keeps one row, also when two count at once, and writes nothing into the audit log", async () => {
    await makeTheme();
    await ideaAt("2026-11-24");
    const audited = await auditedActions();
    await Promise.all([refreshFigures(tokyo("2026-11-25")), refreshFigures(tokyo("2026-11-25", "10:01"))]);
    expect(await db().publicFigures.count()).toBe(1);
    expect(await auditedActions()).toEqual(audited);
  });

  it("replaces numbers of a form that is not read any more", async () => {
    await db().publicFigures.create({ data: { id: 1, figures: { old: true }, computedAt: tokyo("2026-01-01") } });
    expect(await getPublicFigures()).toBeNull();
    expect(await refreshFigures(tokyo("2026-11-25"))).toBe(true);
    expect(await getPublicFigures()).toMatchObject({ received: 0 });
  });

  it("counts by the day in Tokyo, not in UTC", async () => {
    await makeTheme();
    await ideaAt("2026-11-01", "08:00");
    expect(isoDate(tokyo("2026-11-01", "08:00"))).toBe("2026-11-01");
    expect((await figuresAt(tokyo("2026-12-01", "08:00"))).months).toEqual([
      { month: "2026-11", received: 1, answered: 0 },
      { month: "2026-12", received: 0, answered: 0 },
    ]);
  });
});
