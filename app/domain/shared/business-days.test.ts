import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDayCounts, businessDaysBetween, isBusinessDay } from "./business-days.ts";
import { type IsoDate, isoDate, startOfDayTokyo } from "./japanese-date.ts";

/** Holidays on Monday to Friday, from the Cabinet Office's list; 2028–2030 follow from the law and the computed equinoxes. */
const weekdayHolidays: Record<number, string> = {
  2024: "01-01 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04",
  2025: "01-01 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24",
  2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
  2027: "01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
  2028: "01-10 02-11 02-23 03-20 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23",
  2029: "01-01 01-08 02-12 02-23 03-20 04-30 05-03 05-04 07-16 09-17 09-24 10-08 11-23",
  2030: "01-01 01-14 02-11 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04",
};

function* daysOf(year: number): Generator<{ day: IsoDate; weekday: number }> {
  for (let at = startOfDayTokyo(`${year}-01-01`).getTime(); ; at += 24 * 3_600_000) {
    const day = isoDate(new Date(at));
    if (!day.startsWith(String(year))) return;
    yield { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() };
  }
}

describe("isBusinessDay", () => {
  it.each(Object.keys(weekdayHolidays).map(Number))("agrees with the calendar on every day of %i", (year) => {
    const closed = new Set(weekdayHolidays[year]?.split(" "));
    for (const { day, weekday } of daysOf(year)) {
      const monthAndDay = day.slice(5);
      const turnOfYear = ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"].includes(monthAndDay);
      expect([day, isBusinessDay(day)]).toEqual([
        day,
        weekday !== 0 && weekday !== 6 && !closed.has(monthAndDay) && !turnOfYear,
      ]);
    }
  });

  it("closes on substitute holidays and between two holidays", () => {
    expect(isBusinessDay("2026-05-06")).toBe(false);
    expect(isBusinessDay("2026-09-22")).toBe(false);
    expect(isBusinessDay("2025-02-24")).toBe(false);
  });

  it("closes from 29 December to 3 January, and opens on the days around", () => {
    expect(isBusinessDay("2026-12-28")).toBe(true);
    expect(isBusinessDay("2026-12-29")).toBe(false);
    expect(isBusinessDay("2024-01-03")).toBe(false);
    expect(isBusinessDay("2024-01-04")).toBe(true);
  });

  it("refuses what is not a day", () => {
    expect(() => isBusinessDay("2026-02-30")).toThrow(RangeError);
    expect(() => isBusinessDay("")).toThrow(RangeError);
  });
});

describe("addBusinessDays", () => {
  it("does not count the first day, and jumps over closed days", () => {
    expect(addBusinessDays("2026-11-20", 1)).toBe("2026-11-24");
    expect(addBusinessDays("2026-11-22", 1)).toBe("2026-11-24");
    expect(addBusinessDays("2026-12-28", 1)).toBe("2027-01-04");
    expect(addBusinessDays("2026-04-28", 3)).toBe("2026-05-07");
    expect(addBusinessDays("2026-11-24", 14)).toBe("2026-12-14");
  });

  it("with zero gives the day itself if the city hall is open, else the next open day", () => {
    expect(addBusinessDays("2026-11-24", 0)).toBe("2026-11-24");
    expect(addBusinessDays("2026-11-21", 0)).toBe("2026-11-24");
  });

  it("goes back with a negative number", () => {
    expect(addBusinessDays("2026-11-24", -1)).toBe("2026-11-20");
    expect(addBusinessDays("2027-01-04", -1)).toBe("2026-12-28");
  });

  it("refuses fractions, nonsense and absurd distances", () => {
    for (const n of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001, -10_001]) {
      expect(() => addBusinessDays("2026-11-24", n)).toThrow(RangeError);
    }
  });
});

describe("businessDaysBetween", () => {
  it("counts up to and including the last day", () => {
    expect(businessDaysBetween("2026-11-20", "2026-11-24")).toBe(1);
    expect(businessDaysBetween("2026-11-20", "2026-11-23")).toBe(0);
    expect(businessDaysBetween("2026-11-24", "2026-11-24")).toBe(0);
    expect(businessDaysBetween("2026-11-24", "2026-11-20")).toBe(-1);
    expect(Object.is(businessDaysBetween("2026-11-23", "2026-11-21"), 0)).toBe(true);
  });

  it("is the inverse of adding, from every day of a year", () => {
    for (const { day } of daysOf(2026)) {
      for (const n of [1, 3, 14]) {
        const due = addBusinessDays(day, n);
        expect(isBusinessDay(due)).toBe(true);
        expect(businessDaysBetween(day, due)).toBe(n);
        expect(businessDaysBetween(due, day)).toBe(-n);
        if (isBusinessDay(day)) expect(addBusinessDays(due, -n)).toBe(day);
      }
    }
  });

  it("adds up over a day in between", () => {
    for (let step = 1; step < 60; step += 7) {
      const middle = addBusinessDays("2026-09-14", step);
      const end = addBusinessDays(middle, step);
      expect(businessDaysBetween("2026-09-14", end)).toBe(2 * step);
    }
  });

  it("refuses distances beyond its limit", () => {
    expect(() => businessDaysBetween("1900-01-01", "2026-01-01")).toThrow(RangeError);
  });
});

describe("businessDayCounts", () => {
  it("says by its differences what lies between any two of its days, over holidays and the turn of the year", () => {
    const counts = businessDayCounts("2026-12-20", "2027-01-20");
    expect(counts).toHaveLength(32);
    expect(counts[0]).toEqual({ day: "2026-12-20", count: 0 });
    for (const from of counts) {
      for (const to of counts)
        expect([from.day, to.day, to.count - from.count]).toEqual([
          from.day,
          to.day,
          businessDaysBetween(from.day, to.day),
        ]);
    }
  });

  it("holds the one day there is, none when the end lies before the beginning, and refuses distances beyond its limit", () => {
    expect(businessDayCounts("2026-11-25", "2026-11-25")).toEqual([{ day: "2026-11-25", count: 0 }]);
    expect(businessDayCounts("2026-11-25", "2026-11-24")).toEqual([]);
    expect(() => businessDayCounts("1900-01-01", "2026-01-01")).toThrow(RangeError);
  });
});
