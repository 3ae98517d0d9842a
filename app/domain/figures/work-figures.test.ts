import { describe, expect, it } from "vitest";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import { addMonths, heapOf, monthsBetween, owesAnswer } from "./figures.ts";
import {
  type Cell,
  type CellSum,
  figureFilterOf,
  makeWorkFigures,
  monthsIn,
  periodOf,
  periodsUntil,
  sumCells,
  withoutFew,
} from "./work-figures.ts";

const promise = { IDEA: 10, PARTNERSHIP: 10, INQUIRY: 5 };

const cell = (changes: Partial<CellSum>): CellSum => ({
  by: "all",
  key: "",
  what: "received",
  label: "",
  days: 0,
  count: 1,
  ...changes,
});

const figuresOf = (sums: CellSum[], months: string[] = []) => makeWorkFigures(sums, months, promise);

/** One answer for each number of days. */
const answers = (...days: number[]) => days.map((at) => cell({ what: "answered", days: at }));

describe("cells added up", () => {
  const cellOf = (changes: Partial<Cell>): Cell => ({
    month: "2026-11",
    themeId: "t1",
    deskId: "d1",
    kind: "IDEA",
    counts: { "received:0:": 2, "reviewed:3:": 1 },
    ...changes,
  });
  const found = (sums: CellSum[], by: CellSum["by"], what: string) =>
    sums.flatMap((sum) => (sum.by === by && sum.what === what ? [[sum.key, sum.days, sum.label, sum.count]] : []));

  it("are summed over all and along each thing, by days and label", () => {
    const sums = sumCells(
      [
        cellOf({}),
        cellOf({ month: "2026-10", deskId: "d2" }),
        cellOf({ themeId: "t2", counts: { "reviewed:3:": 4, "reviewed:5:": 1, "decided:0:DECLINE/ABUSE": 1 } }),
      ],
      ["IDEA"],
    );
    expect(found(sums, "all", "reviewed")).toEqual([
      ["", 3, "", 6],
      ["", 5, "", 1],
    ]);
    expect(found(sums, "month", "received")).toEqual([
      ["2026-11", 0, "", 2],
      ["2026-10", 0, "", 2],
    ]);
    expect(found(sums, "theme", "decided")).toEqual([["t2", 0, "DECLINE/ABUSE", 1]]);
    expect(found(sums, "desk", "received")).toEqual([
      ["d1", 0, "", 2],
      ["d2", 0, "", 2],
    ]);
  });

  it("leave out of all but the sums by kind what is not counted", () => {
    const sums = sumCells([cellOf({}), cellOf({ kind: "COMMENT", themeId: "t3" })], ["IDEA"]);
    expect(found(sums, "all", "received")).toEqual([["", 0, "", 2]]);
    expect(found(sums, "theme", "received")).toEqual([["t1", 0, "", 2]]);
    expect(found(sums, "kind", "received")).toEqual([
      ["IDEA", 0, "", 2],
      ["COMMENT", 0, "", 2],
    ]);
  });
});

describe("what something waits for", () => {
  it("is the next thing the city has to do, and nothing where it owes no answer", () => {
    expect(heapOf({ review: "PENDING", handling: "DRAFTED" })).toBe("review");
    expect(heapOf({ review: "NOT_PUBLIC", handling: "NEW" })).toBe("assign");
    expect(heapOf({ review: "DECLINED", handling: "ASSIGNED" })).toBe("answer");
    expect(heapOf({ review: "HIDDEN", handling: "DRAFTED" })).toBe("approve");
    expect(heapOf({ review: "PUBLISHED", handling: "ANSWERED" })).toBeNull();
    for (const review of reviewStates) {
      for (const handling of handlingStates)
        expect(heapOf({ review, handling }) === null).toBe(!owesAnswer({ review, handling }));
    }
  });
});

describe("months", () => {
  it("are counted over the turn of the year, forwards and backwards", () => {
    expect(addMonths("2026-11", 2)).toBe("2027-01");
    expect(addMonths("2027-01", -13)).toBe("2025-12");
    expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(monthsBetween("2027-01", "2026-12")).toEqual([]);
  });
});

describe("the periods", () => {
  it("are twelve months, three months and the fiscal years since the first receipt", () => {
    expect(periodsUntil("2027-02-10", "2025-03")).toEqual([
      { key: "12m", from: "2026-03", to: "2027-02" },
      { key: "3m", from: "2026-12", to: "2027-02" },
      { key: "fy2026", from: "2026-04", to: "2027-02" },
      { key: "fy2025", from: "2025-04", to: "2026-03" },
      { key: "fy2024", from: "2025-03", to: "2025-03" },
    ]);
  });

  it("begin a fiscal year with the first day of April", () => {
    const newest = (day: string) => periodsUntil(day, "2020-04").at(2);
    expect(newest("2027-03-31")).toEqual({ key: "fy2026", from: "2026-04", to: "2027-03" });
    expect(newest("2027-04-01")).toEqual({ key: "fy2027", from: "2027-04", to: "2027-04" });
  });

  it("know only the present month before anything arrived", () => {
    expect(periodsUntil("2026-11-26", null).map(monthsIn)).toEqual([["2026-11"], ["2026-11"], ["2026-11"]]);
  });

  it("are found by their key, and any other key means the usual one", () => {
    const periods = periodsUntil("2026-11-26", "2026-04");
    expect(periodOf(periods, "fy2026").from).toBe("2026-04");
    for (const key of ["fy1999", "", "12m"]) expect(periodOf(periods, key).key).toBe("12m");
  });

  it("and filters that are not understood are left out", () => {
    const filter = (query: string) => figureFilterOf(new URLSearchParams(query));
    const none = { period: "12m", theme: null, kind: null, desk: null };
    expect(filter("")).toEqual(none);
    expect(filter("period=fy20&theme=x&kind=LETTER&desk=%00")).toEqual(none);
    expect(filter("period=3m&kind=COMMENT")).toEqual({ ...none, period: "3m", kind: "COMMENT" });
  });
});

describe("the figures of the city's work", () => {
  it("of nothing are zeros and say nothing of days", () => {
    const { total, waiting, decisions } = figuresOf([]);
    expect(total).toMatchObject({ received: 0, answered: 0, waiting: 0 });
    expect(total.steps.answered).toEqual({ n: 0, median: null, ninetieth: null });
    expect(waiting).toEqual({
      heaps: { review: 0, assign: 0, answer: 0, approve: 0 },
      weeks: [0, 0, 0, 0, 0],
      late: 0,
    });
    expect(decisions).toEqual([]);
  });

  it.each([
    [[4], 4, 4],
    [[1, 2], 1, 2],
    [[9, 1, 5], 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 40], 0, 0],
  ])("say within how many days half and nine tenths of %j were done", (days, median, ninetieth) => {
    expect(figuresOf(answers(...days)).total.steps.answered).toEqual({ n: days.length, median, ninetieth });
  });

  it("call late what waits longer than was promised its kind, and no comment", () => {
    const waits = (key: string, days: number, count: number) =>
      cell({ by: "kind", key, what: "waiting", label: "answer", days, count });
    const { late } = figuresOf([
      waits("IDEA", 10, 1),
      waits("IDEA", 11, 2),
      waits("INQUIRY", 5, 4),
      waits("INQUIRY", 6, 8),
      waits("COMMENT", 90, 16),
    ]).waiting;
    expect(late).toBe(10);
  });

  it("have every month of the period, and every theme, kind and desk there is something of", () => {
    const figures = figuresOf(
      [
        cell({ by: "month", key: "2026-11", count: 3 }),
        cell({ by: "theme", key: "one", what: "assigned", days: 2 }),
        cell({ by: "desk", key: "", what: "waiting", label: "review", count: 5 }),
      ],
      ["2026-10", "2026-11"],
    );
    expect(figures.months.map(({ key, received }) => [key, received])).toEqual([
      ["2026-10", 0],
      ["2026-11", 3],
    ]);
    expect(figures.themes).toMatchObject([{ key: "one", received: 0, steps: { assigned: { n: 1, median: 2 } } }]);
    expect(figures.desks).toMatchObject([{ key: "", waiting: 5 }]);
  });

  it("add up decisions and their reasons, proposals and comments apart, the most frequent first", () => {
    const decided = (key: string, label: string, count: number) =>
      cell({ by: "kind", key, what: "decided", label, count });
    const { decisions, reasons } = figuresOf([
      decided("IDEA", "APPROVE", 7),
      decided("PARTNERSHIP", "APPROVE", 1),
      decided("COMMENT", "APPROVE", 2),
      decided("IDEA", "RETURN/PERSONAL_DATA", 1),
      decided("COMMENT", "DECLINE/PERSONAL_DATA", 3),
      decided("IDEA", "DECLINE/ABUSE", 1),
    ]);
    expect(decisions).toEqual([
      { key: "APPROVE", proposals: 8, comments: 2 },
      { key: "DECLINE", proposals: 1, comments: 3 },
      { key: "RETURN", proposals: 1, comments: 0 },
    ]);
    expect(reasons).toEqual([
      { key: "PERSONAL_DATA", proposals: 1, comments: 3 },
      { key: "ABUSE", proposals: 1, comments: 0 },
    ]);
  });
});

describe("reports and appeals", () => {
  it("are told as how many came and what became of them, always in the same order", () => {
    const told = (what: string, key: string, label: string, count: number) =>
      cell({ by: "kind", key, what, label, count });
    const { reports, appeals } = figuresOf([
      told("reported", "IDEA", "KEPT", 9),
      told("reported", "IDEA", "", 4),
      told("appealed", "COMMENT", "SETTLED", 7),
      told("appealed", "IDEA", "OVERTURNED", 5),
      told("appealed", "PARTNERSHIP", "UPHELD", 1),
      told("appealed", "IDEA", "", 3),
    ]);
    expect(reports.map(({ key }) => key)).toEqual(["RECEIVED", "KEPT"]);
    expect(appeals).toEqual([
      { key: "RECEIVED", proposals: 3, comments: 0 },
      { key: "UPHELD", proposals: 1, comments: 0 },
      { key: "OVERTURNED", proposals: 5, comments: 0 },
      { key: "SETTLED", proposals: 0, comments: 7 },
    ]);
    expect(withoutFew(figuresOf([told("appealed", "IDEA", "UPHELD", 2)])).appeals).toEqual([
      { key: "UPHELD", proposals: null, comments: 0 },
    ]);
  });
});

describe("what is too seldom", () => {
  it("is left out for everybody: days of fewer than three, and decisions of one or two", () => {
    const decided = (label: string, count: number) => cell({ by: "kind", key: "IDEA", what: "decided", label, count });
    const figures = withoutFew(
      figuresOf(
        [
          ...answers(3, 4, 5),
          cell({ by: "theme", key: "few", what: "answered", days: 7, count: 2 }),
          cell({ by: "month", key: "2026-11", what: "reviewed", days: 1, count: 2 }),
          decided("DECLINE/ABUSE", 2),
          decided("DECLINE/OFF_TOPIC", 3),
        ],
        ["2026-11"],
      ),
    );
    expect(figures.total.steps.answered).toEqual({ n: 3, median: 4, ninetieth: 5 });
    expect(figures.themes[0]).toMatchObject({
      answered: 2,
      steps: { answered: { n: 2, median: null, ninetieth: null } },
    });
    expect(figures.months[0]?.steps.reviewed).toEqual({ n: 2, median: null, ninetieth: null });
    expect(figures.decisions).toEqual([{ key: "DECLINE", proposals: 5, comments: 0 }]);
    expect(figures.reasons).toEqual([
      { key: "OFF_TOPIC", proposals: 3, comments: 0 },
      { key: "ABUSE", proposals: null, comments: 0 },
    ]);
  });
});
