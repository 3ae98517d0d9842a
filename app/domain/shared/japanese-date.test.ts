import { describe, expect, it } from "vitest";
import {
  fiscalYear,
  formatDate,
  formatDateTime,
  formatShort,
  isIsoDate,
  isoDate,
  startOfDayTokyo,
} from "./japanese-date.ts";
import { locales } from "./localized-text.ts";

const hour = 3_600_000;
const invalid = new Date(Number.NaN);

describe("calendar days", () => {
  it("accepts existing days only", () => {
    for (const day of ["2026-11-22", "2024-02-29", "1989-01-07"]) expect(isIsoDate(day)).toBe(true);
    for (const other of [
      "2026-02-29",
      "2026-02-30",
      "2026-13-01",
      "2026-1-2",
      "26-01-02",
      "2026-11-22T00:00",
      " 2026-11-22",
      "",
      null,
      invalid,
    ]) {
      expect(isIsoDate(other)).toBe(false);
    }
  });

  it("begin at midnight in Tokyo, whatever the machine's zone", () => {
    expect(startOfDayTokyo("2026-11-22").toISOString()).toBe("2026-11-21T15:00:00.000Z");
    expect(Object.getPrototypeOf(startOfDayTokyo("2026-11-22"))).toBe(Date.prototype);
  });

  it("are refused when they do not exist", () => {
    expect(() => startOfDayTokyo("2026-02-30")).toThrow(RangeError);
    expect(() => isoDate(invalid)).toThrow(RangeError);
    expect(() => formatDate("tomorrow", "ja")).toThrow(RangeError);
    for (const locale of locales) expect(() => formatDate(invalid, locale)).toThrow(RangeError);
  });

  it("survive the way to an instant and back at every hour of the day, over ten years", () => {
    const first = Date.UTC(2020, 0, 1, -9);
    for (let day = 0; day < 3_653; day += 7) {
      const midnight = new Date(first + day * 24 * hour);
      const name = isoDate(midnight);
      expect(startOfDayTokyo(name)).toEqual(midnight);
      for (const offset of [1, 8, 9, 15, 23]) expect(isoDate(new Date(midnight.getTime() + offset * hour))).toBe(name);
      expect(isoDate(new Date(midnight.getTime() - 1))).not.toBe(name);
    }
  });
});

describe("fiscalYear", () => {
  it("runs from April to March in Tokyo", () => {
    expect(fiscalYear(new Date("2026-11-22T12:00:00+09:00"))).toEqual({ western: 2026, era: "R", eraYear: 8 });
    expect(fiscalYear("2026-03-31")).toEqual({ western: 2025, era: "R", eraYear: 7 });
    expect(fiscalYear("2026-04-01")).toEqual({ western: 2026, era: "R", eraYear: 8 });
    expect(fiscalYear("2027-03-31")).toEqual({ western: 2026, era: "R", eraYear: 8 });
    expect(fiscalYear("2024-02-29")).toEqual({ western: 2023, era: "R", eraYear: 5 });
  });

  it("changes at midnight in Tokyo, not in UTC", () => {
    expect(fiscalYear(new Date("2026-03-31T14:59:59.999Z")).western).toBe(2025);
    expect(fiscalYear(new Date("2026-03-31T15:00:00.000Z")).western).toBe(2026);
  });

  it("gives a fiscal year of an era change its official name, on each of its days", () => {
    for (const day of ["2019-04-01", "2019-04-30", "2019-05-01", "2020-03-31"]) {
      expect(fiscalYear(day)).toEqual({ western: 2019, era: "R", eraYear: 1 });
    }
    for (const day of ["1988-04-01", "1989-01-07", "1989-01-08", "1989-03-31"]) {
      expect(fiscalYear(day)).toEqual({ western: 1988, era: "S", eraYear: 63 });
    }
    expect(fiscalYear("2019-03-31")).toEqual({ western: 2018, era: "H", eraYear: 30 });
  });

  it("agrees with the month of the calendar on every day of thirty years", () => {
    for (let at = Date.UTC(2005, 0, 1, 3); at < Date.UTC(2035, 0, 1); at += 24 * hour) {
      const [year, month] = isoDate(new Date(at)).split("-").map(Number);
      const expected = Number(year) - (Number(month) < 4 ? 1 : 0);
      expect(fiscalYear(new Date(at)).western).toBe(expected);
    }
  });
});

describe("formatDate", () => {
  it("writes a day the way each language expects it", () => {
    const evening = new Date("2026-11-22T15:05:00+09:00");
    for (const date of [evening, "2026-11-22"]) {
      expect(formatDate(date, "ja")).toBe("令和8年(2026年)11月22日(日)");
      expect(formatDate(date, "easy")).toBe("2026年11月22日(日曜日)");
      expect(formatDate(date, "en")).toBe("22 November 2026 (Sunday)");
    }
  });

  it("knows the first year of an era and the last day before it", () => {
    expect(formatDate("2019-05-01", "ja")).toBe("令和元年(2019年)5月1日(水)");
    expect(formatDate("2019-04-30", "ja")).toBe("平成31年(2019年)4月30日(火)");
  });

  it("writes the day in Tokyo", () => {
    expect(formatDate(new Date("2026-12-31T15:00:00Z"), "en")).toBe("1 January 2027 (Friday)");
    expect(formatDate(new Date("2026-12-31T15:00:00Z"), "ja")).toBe("令和9年(2027年)1月1日(金)");
  });
});

describe("formatDateTime", () => {
  it("adds the time in Tokyo", () => {
    const date = new Date("2026-11-22T06:05:59Z");
    expect(formatDateTime(date, "ja")).toBe("令和8年(2026年)11月22日(日)15:05");
    expect(formatDateTime(date, "easy")).toBe("2026年11月22日(日曜日)午後3時5分");
    expect(formatDateTime(date, "en")).toBe("22 November 2026 (Sunday), 15:05");
  });

  it("has no hour 24 at midnight and no hour 0 in the afternoon mixed up", () => {
    const midnight = startOfDayTokyo("2026-11-22");
    const noon = new Date(midnight.getTime() + 12 * hour);
    expect(formatDateTime(midnight, "ja")).toContain("(日)00:00");
    expect(formatDateTime(midnight, "easy")).toContain("午前0時0分");
    expect(formatDateTime(noon, "easy")).toContain("午後0時0分");
    expect(formatDateTime(noon, "en")).toContain(", 12:00");
  });
});

describe("formatShort", () => {
  it("leaves out weekday and the second year", () => {
    expect(formatShort("2026-11-22", "ja")).toBe("令和8年11月22日");
    expect(formatShort("2026-11-22", "easy")).toBe("2026年11月22日");
    expect(formatShort("2026-09-02", "en")).toBe("2 Sept 2026");
  });
});
