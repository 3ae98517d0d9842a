import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/shared/business-days.ts";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import {
  type Counted,
  makeFigures,
  monthsUntil,
  overdueBefore,
  owesAnswer,
  publicFiguresSchema,
  type Tally,
} from "./figures.ts";

const promise = { IDEA: 10, PARTNERSHIP: 10, INQUIRY: 5 };

const tally = (changes: Partial<Tally>): Tally => ({
  kind: "IDEA",
  review: "PUBLISHED",
  handling: "NEW",
  theme: "collaboration",
  isSample: false,
  isAnswered: false,
  isOld: false,
  count: 1,
  ...changes,
});

const figuresOf = (counted: Partial<Counted>, months: string[] = []) =>
  makeFigures({ tallies: [], receivedIn: new Map(), answeredIn: new Map(), spans: [], ...counted }, months, promise);

const spansOf = (...days: number[]) => days.map((at) => ({ kind: "IDEA" as const, days: at, count: 1 }));

describe("what the city owes an answer", () => {
  it("is everything on its way to one, whether everybody can read it or not", () => {
    const owed = reviewStates.flatMap((review) =>
      handlingStates.filter((handling) => owesAnswer({ review, handling })).map((handling) => `${review} ${handling}`),
    );
    const open = (review: string) => [`${review} NEW`, `${review} ASSIGNED`, `${review} DRAFTED`];
    expect(owed).toEqual([
      ...open("PENDING"),
      ...open("PUBLISHED"),
      "DECLINED ASSIGNED",
      "DECLINED DRAFTED",
      ...open("HIDDEN"),
      ...open("NOT_PUBLIC"),
    ]);
  });
});

describe("the day before which something is overdue", () => {
  it.each([
    // a Wednesday; the Monday before it is a holiday
    ["2026-11-25", 1],
    ["2026-11-25", 10],
    // days on which the city hall is closed: Saturday, Sunday, the turn of the year
    ["2026-11-28", 1],
    ["2026-11-29", 5],
    ["2026-12-31", 3],
    ["2027-01-03", 10],
    ["2027-01-04", 10],
  ])("on %s, with %i days promised, parts those on time from those too late", (today, days) => {
    const first = overdueBefore(today, days);
    const dayBefore = new Date(Date.parse(`${first}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    expect(businessDaysBetween(first, today)).toBeLessThanOrEqual(days);
    expect(businessDaysBetween(dayBefore, today)).toBeGreaterThan(days);
  });

  it("makes nothing late on its last promised day, and late on the next open day", () => {
    const received = "2026-12-24";
    const due = addBusinessDays(received, 10);
    expect(isBusinessDay(due)).toBe(true);
    expect(received < overdueBefore(due, 10)).toBe(false);
    expect(received < overdueBefore(addBusinessDays(due, 1), 10)).toBe(true);
  });
});

describe("the months shown", () => {
  it("begin with the first that something arrived in, and are twelve at most", () => {
    expect(monthsUntil("2026-11-25", "2026-11-01")).toEqual(["2026-11"]);
    expect(monthsUntil("2027-02-01", "2026-11-30")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    const year = monthsUntil("2026-12-31", "2020-04-01");
    expect([year.length, year[0], year.at(-1)]).toEqual([12, "2026-01", "2026-12"]);
    expect(monthsUntil("2027-01-01", "2020-04-01")[0]).toBe("2026-02");
  });

  it("are none while nothing has arrived", () => {
    expect(monthsUntil("2026-11-25", null)).toEqual([]);
  });
});

describe("the figures", () => {
  it("of an empty city are zeros, and nothing is said about its speed", () => {
    const figures = figuresOf({});
    expect(publicFiguresSchema.parse(figures)).toEqual(figures);
    expect(figures).toMatchObject({ received: 0, answered: 0, waiting: 0, samples: 0, months: [], themes: [] });
    expect(figures.speed).toEqual({ median: null, ninetieth: null, weeks: [0, 0, 0, 0, 0], kept: 0, late: 0 });
  });

  it("count everything as received, whatever became of it", () => {
    const figures = figuresOf({
      tallies: [
        ...reviewStates.map((review) => tally({ review })),
        tally({ kind: "PARTNERSHIP", theme: "ict", isSample: true, count: 2 }),
        tally({ kind: "INQUIRY", review: "NOT_PUBLIC", theme: null, handling: "ANSWERED", isAnswered: true }),
      ],
    });
    expect(figures).toMatchObject({ received: 11, answered: 1, samples: 2, inquiries: { received: 1, answered: 1 } });
    expect(figures.themes).toEqual([
      { slug: "collaboration", received: 8, answered: 0 },
      { slug: "ict", received: 2, answered: 0 },
    ]);
  });

  it("keep an answer that was given when the question is opened again", () => {
    const figures = figuresOf({ tallies: [tally({ handling: "ASSIGNED", isAnswered: true, isOld: true })] });
    expect(figures).toMatchObject({ answered: 1, waiting: 0, speed: { late: 0 } });
  });

  it("count as late what came late and what still waits too long, but nothing that is owed no answer", () => {
    const figures = figuresOf({
      tallies: [
        tally({ isOld: true, count: 3 }),
        tally({ isOld: false, count: 4 }),
        tally({ review: "WITHDRAWN", isOld: true }),
        tally({ review: "RETURNED", isOld: true }),
        tally({ review: "DECLINED", isOld: true }),
        tally({ review: "MERGED", isOld: true }),
      ],
      spans: [
        { kind: "IDEA", days: 10, count: 2 },
        { kind: "IDEA", days: 11, count: 5 },
        { kind: "INQUIRY", days: 5, count: 1 },
        { kind: "INQUIRY", days: 6, count: 1 },
      ],
    });
    expect(figures.waiting).toBe(7);
    expect(figures.speed).toMatchObject({ kept: 3, late: 3 + 5 + 1 });
  });

  it("sort answers into weeks of five open days, the edges where they belong", () => {
    expect(figuresOf({ spans: spansOf(0, 5, 6, 10, 11, 15, 16, 20, 21, 400) }).speed.weeks).toEqual([2, 2, 2, 2, 2]);
  });

  it.each([
    [[3], 3, 3],
    [[1, 2], 1, 2],
    [[9, 1, 5], 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 40], 0, 0],
  ])("say within how many days half and nine tenths of %j were answered", (days, median, ninetieth) => {
    expect(figuresOf({ spans: spansOf(...days) }).speed).toMatchObject({ median, ninetieth });
  });

  it("name months without anything, too", () => {
    const figures = figuresOf(
      { receivedIn: new Map([["2026-11", 2]]), answeredIn: new Map([["2027-01", 1]]) },
      monthsUntil("2027-01-15", "2026-11-25"),
    );
    expect(figures.months).toEqual([
      { month: "2026-11", received: 2, answered: 0 },
      { month: "2026-12", received: 0, answered: 0 },
      { month: "2027-01", received: 0, answered: 1 },
    ]);
  });
});
