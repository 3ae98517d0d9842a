import { describe, expect, it } from "vitest";
import {
  fiscalYear,
  formatDate,
  formatDateTime,
  formatFiscalYear,
  formatMonth,
  formatShort,
  isIsoDate,
  isoDate,
  mondayOf,
  parseTypedDate,
  startOfDayTokyo,
  typedDate,
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

describe("the Monday of a week", () => {
  it.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-24", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
    ["2027-01-01", "2026-12-28"],
  ])("of %s is %s", (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
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

describe("a day as people type it", () => {
  it("is understood in the western calendar", () => {
    for (const typed of [
      "2026-11-22",
      "2026/11/22",
      "2026.11.22",
      "2026年11月22日",
      "20261122",
      "２０２６／１１／２２",
      "２０２６年１１月２２日",
      "2026－11－22",
      "2026−11−22",
      "2026ー11ー22",
      " 2026年 11月 22日 ",
      "2026年11月22日(日)",
      "2026年11月22日（日曜日）",
    ])
      expect(parseTypedDate(typed), typed).toBe("2026-11-22");
  });

  it("is understood with an era, in full and by its initial", () => {
    for (const typed of [
      "令和8年11月22日",
      "令和８年１１月２２日",
      "㋿8年11月22日",
      "R8.11.22",
      "r8/11/22",
      "Ｒ８．１１．２２",
      "R08-11-22",
      "R8年11月22日",
      "令和8年(2026年)11月22日(日)",
    ])
      expect(parseTypedDate(typed), typed).toBe("2026-11-22");
    expect(parseTypedDate("令和元年5月1日")).toBe("2019-05-01");
    expect(parseTypedDate("R元.5.1")).toBe("2019-05-01");
    expect(parseTypedDate("R1.5.1")).toBe("2019-05-01");
    expect(parseTypedDate("平成31年4月30日")).toBe("2019-04-30");
    expect(parseTypedDate("S64.1.7")).toBe("1989-01-07");
    expect(parseTypedDate("大正15年12月24日")).toBe("1926-12-24");
    expect(parseTypedDate("M45.7.29")).toBe("1912-07-29");
  });

  it("may name an era after its end, as older documents do, but not before its first day", () => {
    expect(parseTypedDate("平成32年3月31日")).toBe("2020-03-31");
    expect(parseTypedDate("令和元年4月30日")).toBeNull();
    expect(parseTypedDate("R0.5.1")).toBeNull();
    expect(parseTypedDate("平成元年1月7日")).toBeNull();
  });

  it("is nothing when it does not exist, is not whole or contradicts itself", () => {
    for (const typed of [
      "",
      "あした",
      "2026-02-30",
      "2025年2月29日",
      "2026-13-01",
      "2026-00-10",
      "26-11-22",
      "8.11.22",
      "11/22",
      "2026/11-22",
      "R8.11/22",
      "2026-11",
      "令和8年",
      "慶応2年1月1日",
      "2026-11-22T10:00",
      "2026-11-22 2026-11-23",
      "令和8年(2025年)11月22日",
      "2026年11月22日(月)",
      "constructor8.11.22",
    ])
      expect(parseTypedDate(typed), typed).toBeNull();
  });

  it("is read back from what the site itself writes, on days of every month of a century", () => {
    for (let at = Date.UTC(1927, 0, 3, 3); at < Date.UTC(2040, 0, 1); at += 17 * 24 * hour) {
      const day = isoDate(new Date(at));
      for (const locale of locales) expect(parseTypedDate(typedDate(day, locale))).toBe(day);
      expect(parseTypedDate(formatDate(day, "ja"))).toBe(day);
      expect(parseTypedDate(formatShort(day, "easy"))).toBe(day);
    }
  });
});

describe("formatFiscalYear", () => {
  it("has the name in official use", () => {
    expect(locales.map((locale) => formatFiscalYear(2026, locale))).toEqual([
      "令和8年度",
      "2026年度",
      "Fiscal year 2026",
    ]);
    expect(formatFiscalYear(2019, "ja")).toBe("令和元年度");
    expect(formatFiscalYear(2018, "ja")).toBe("平成30年度");
  });
});

describe("formatMonth", () => {
  it("names a month with its year, or alone", () => {
    expect(formatMonth("2026-11", "ja")).toBe("令和8年11月");
    expect(formatMonth("2019-05", "ja")).toBe("令和元年5月");
    expect(formatMonth("2027-01", "easy")).toBe("2027年1月");
    expect(formatMonth("2026-11", "en")).toBe("November 2026");
    expect(locales.map((locale) => formatMonth("2027-01", locale, "name"))).toEqual(["1月", "1月", "Jan"]);
  });

  it("refuses what is no month", () => {
    for (const text of ["2026-13", "2026", "", "2026-11-01"]) expect(() => formatMonth(text, "ja")).toThrow(RangeError);
  });
});
