import { describe, expect, it } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/shared/business-days.ts";
import { forRandom } from "#tests/support/random.ts";
import {
  daysLeft,
  daysLeftToPause,
  isEscalationDay,
  isFirstOpenDayOfWeek,
  isMorning,
  isReminderDay,
  resumedDueOn,
} from "./promise-clock.ts";

const { promiseClock: clock } = defaultSettings;
const running = (dueOn: string) => ({ dueOn, pausedDays: null });

describe("a clock that stands still", () => {
  it("keeps the business days that were left, and gives them back after the reply", () => {
    // Friday to Friday, with a holiday on the Monday between
    expect(daysLeftToPause("2026-11-27", "2026-11-20")).toBe(4);
    expect(resumedDueOn({ dueOn: "2026-11-27", pausedDays: 4 }, "2026-12-25")).toBe("2027-01-06");
  });

  it("gives at least one day, and keeps the day of a clock that runs", () => {
    expect(daysLeftToPause("2026-11-24", "2026-11-24")).toBe(0);
    expect(resumedDueOn({ dueOn: "2026-11-24", pausedDays: 0 }, "2026-11-24")).toBe("2026-11-25");
    expect(resumedDueOn(running("2026-11-24"), "2027-06-01")).toBe("2026-11-24");
  });

  it("cannot be what has run out", () => {
    expect(daysLeftToPause("2026-11-20", "2026-11-21")).toBeNull();
  });

  it("never makes a promise earlier, whenever the author replies", () => {
    forRandom(500, (random) => {
      const asked = addBusinessDays("2026-04-01", random.integer(250));
      const dueOn = addBusinessDays(asked, random.integer(60) + 1);
      const replied = addBusinessDays(asked, random.integer(40) + 1);
      const pausedDays = daysLeftToPause(dueOn, asked);
      const after = resumedDueOn({ dueOn, pausedDays }, replied);
      expect([asked, dueOn, replied, after, after >= dueOn, isBusinessDay(after)]).toEqual([
        asked,
        dueOn,
        replied,
        after,
        true,
        true,
      ]);
      expect([asked, dueOn, replied, businessDaysBetween(replied, after)]).toEqual([asked, dueOn, replied, pausedDays]);
    });
  });
});

describe("the days that are left", () => {
  it.each([
    ["2026-11-24", "2026-11-24", 0],
    ["2026-11-24", "2026-11-20", 1],
    ["2026-11-27", "2026-11-24", 3],
    ["2026-11-20", "2026-11-21", -1],
    ["2026-11-20", "2026-11-24", -1],
    ["2026-11-20", "2026-11-26", -3],
  ])("to %s on %s: %i", (dueOn, today, left) => {
    expect(daysLeft(dueOn, today)).toBe(left);
  });
});

describe("a reminder", () => {
  const daysOf = (dueOn: string) => {
    const days: string[] = [];
    for (let day = 1; day <= 31; day += 1) {
      const today = `2026-12-${String(day).padStart(2, "0")}`;
      if (isReminderDay(running(dueOn), today, clock)) days.push(today);
    }
    return days;
  };

  it("comes three days and one day before, on the first open day after, and every three open days from there", () => {
    expect(daysOf("2026-12-11")).toEqual([
      "2026-12-08",
      "2026-12-10",
      "2026-12-14",
      "2026-12-17",
      "2026-12-22",
      "2026-12-25",
    ]);
  });

  it("comes never while the clock stands still, nor on a day on which the city hall is closed", () => {
    expect(isReminderDay({ dueOn: "2026-12-11", pausedDays: 3 }, "2026-12-08", clock)).toBe(false);
    expect(isReminderDay(running("2026-12-11"), "2026-12-12", clock)).toBe(false);
  });
});

describe("word to the office", () => {
  it("goes three business days after the due date, and for a few more days if the platform stood still", () => {
    const told = ["2026-12-15", "2026-12-16", "2026-12-22", "2026-12-23"].map((today) =>
      isEscalationDay(running("2026-12-11"), today, clock),
    );
    expect(told).toEqual([false, true, true, false]);
    expect(isEscalationDay({ dueOn: "2026-12-11", pausedDays: 0 }, "2026-12-16", clock)).toBe(false);
  });
});

describe("the morning", () => {
  it.each([
    ["2026-11-24T07:59:59+09:00", false],
    ["2026-11-24T08:00:00+09:00", true],
    ["2026-11-24T23:59:59+09:00", true],
    ["2026-11-23T08:00:00+09:00", false],
    ["2026-11-22T12:00:00+09:00", false],
    ["2026-12-29T12:00:00+09:00", false],
  ])("%s: %s", (now, expected) => {
    expect(isMorning(new Date(now), clock)).toBe(expected);
  });

  it("begins the week on the first day that is open", () => {
    const days = ["2026-11-20", "2026-11-21", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30", "2027-01-04"];
    expect(days.filter(isFirstOpenDayOfWeek)).toEqual(["2026-11-24", "2026-11-30", "2027-01-04"]);
  });
});
