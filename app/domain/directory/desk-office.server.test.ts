import { describe, expect, it } from "vitest";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeDesk } from "#tests/support/factories/review-rows.ts";
import { deskInCharge, inOfficeOn, leadsRound, mayBeFallback, type OfficeTime, officeState } from "./desk-office.ts";

useDatabase();

const time = (validFrom: string | null, validUntil: string | null, isActive = true): OfficeTime => ({
  isActive,
  validFrom: dateColumn(validFrom),
  validUntil: dateColumn(validUntil),
});

const day = "2027-04-01";

describe("whether a desk is in office on a day", () => {
  it.each([
    ["without days", time(null, null), "inOffice"],
    ["on its first day", time("2027-04-01", null), "inOffice"],
    ["on its last day", time(null, "2027-04-01"), "inOffice"],
    ["on its only day", time("2027-04-01", "2027-04-01"), "inOffice"],
    ["between its days", time("2020-04-01", "2030-03-31"), "inOffice"],
    ["the day before its first", time("2027-04-02", null), "notYet"],
    ["the day after its last", time(null, "2027-03-31"), "ended"],
    ["closed by hand within its days", time("2020-04-01", "2030-03-31", false), "closed"],
    ["closed by hand before its first day", time("2027-04-02", null, false), "closed"],
  ] as const)("%s", async (_name, desk, expected) => {
    expect(officeState(desk, day)).toBe(expected);
    const { id } = await makeDesk();
    await db().desk.update({ where: { id }, data: desk });
    expect(await db().desk.count({ where: { id, ...inOfficeOn(day) } })).toBe(expected === "inOffice" ? 1 : 0);
  });
});

describe("who does the work of a desk", () => {
  const ended = time(null, "2027-03-31");
  const open = time(null, null);
  const desks = (chain: [id: string, office: OfficeTime, successorId: string | null][]) =>
    new Map(chain.map(([id, office, successorId]) => [id, { ...office, successorId }]));

  it.each([
    [
      "itself while it is in office, whoever follows",
      desks([
        ["a", open, "b"],
        ["b", open, null],
      ]),
      "a",
    ],
    [
      "its successor afterwards",
      desks([
        ["a", ended, "b"],
        ["b", open, null],
      ]),
      "b",
    ],
    [
      "the first of several that is in office",
      desks([
        ["a", ended, "b"],
        ["b", ended, "c"],
        ["c", open, null],
      ]),
      "c",
    ],
    [
      "nobody where the last one has ended too",
      desks([
        ["a", ended, "b"],
        ["b", ended, null],
      ]),
      null,
    ],
    ["nobody without a successor", desks([["a", ended, null]]), null],
    [
      "nobody in a circle",
      desks([
        ["a", ended, "b"],
        ["b", ended, "a"],
      ]),
      null,
    ],
    ["nobody where the desk is unknown", desks([]), null],
  ])("%s", (_name, chain, expected) => {
    expect(deskInCharge("a", chain, day)).toBe(expected);
  });

  it("never is a desk that leads back to it", () => {
    const chain = desks([
      ["a", open, null],
      ["b", open, "a"],
      ["c", open, "b"],
    ]);
    expect(leadsRound("a", "a", chain)).toBe(true);
    expect(leadsRound("a", "c", chain)).toBe(true);
    expect(leadsRound("c", "a", chain)).toBe(false);
    expect(leadsRound("a", null, chain)).toBe(false);
  });
});

it.each([
  ["without an end", time("2027-04-01", null), true],
  ["with an end", time(null, "2030-03-31"), false],
  ["before its first day", time("2027-04-02", null), false],
  ["closed", time(null, null, false), false],
])("a desk %s takes what nobody else takes: %j", (_name, desk, expected) => {
  expect(mayBeFallback(desk, day)).toBe(expected);
});
