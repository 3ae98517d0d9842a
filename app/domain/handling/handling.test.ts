import { describe, expect, it } from "vitest";
import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import { canMoveHandling, handlingStates } from "#app/domain/submission/submission.ts";
import {
  afterAct,
  dueOnProblem,
  type HandlingAct,
  handlingActs,
  handlingTable,
  isLinkAlive,
  isOtherThanDrafter,
  mayHandle,
} from "./handling.ts";

const desk = "00000000-0000-4000-8000-00000000000a";
const otherDesk = "00000000-0000-4000-8000-00000000000b";
const assignment = "00000000-0000-4000-8000-00000000000c";

const staff = (role: StaffRole, deskIds: string[] = []): Actor => ({
  kind: "staff",
  id: "s",
  role,
  name: role,
  deskIds,
});
const link = (assignmentId: string): Actor => ({
  kind: "desk-link",
  linkId: "l",
  assignmentId,
  submissionId: "x",
  deskId: desk,
  label: "行革担当",
});

describe("the state table", () => {
  it("leads from new over assigned and drafted to answered", () => {
    expect(afterAct({ handling: "NEW", review: "PENDING" }, "assign")).toBe("ASSIGNED");
    expect(afterAct({ handling: "ASSIGNED", review: "PUBLISHED" }, "draft")).toBe("DRAFTED");
    expect(afterAct({ handling: "DRAFTED", review: "PUBLISHED" }, "publish")).toBe("ANSWERED");
  });

  it("goes back to assigned when a draft is sent back or the submission passed on", () => {
    expect(afterAct({ handling: "DRAFTED", review: "DECLINED" }, "sendBack")).toBe("ASSIGNED");
    expect(afterAct({ handling: "DRAFTED", review: "DECLINED" }, "passOn")).toBe("ASSIGNED");
  });

  it("goes back to new when the desk says it is not its business", () => {
    expect(afterAct({ handling: "ASSIGNED", review: "NOT_PUBLIC" }, "notOurs")).toBe("NEW");
  });

  it("keeps answered while a further version is drafted, sent back or published", () => {
    for (const act of ["draft", "sendBack", "publish"] as const)
      expect(afterAct({ handling: "ANSWERED", review: "PUBLISHED" }, act)).toBe("ANSWERED");
  });

  it("allows nothing but assigning before a desk has it", () => {
    const possible = handlingActs.filter((act) => afterAct({ handling: "NEW", review: "PENDING" }, act) !== null);
    expect(possible).toEqual(["assign"]);
  });

  it("publishes only what was drafted", () => {
    expect(afterAct({ handling: "ASSIGNED", review: "PUBLISHED" }, "publish")).toBeNull();
    expect(afterAct({ handling: "ASSIGNED", review: "PUBLISHED" }, "sendBack")).toBeNull();
  });

  it("moves only as a submission may move", () => {
    for (const from of handlingStates)
      for (const to of Object.values(handlingTable[from])) expect(to === from || canMoveHandling(from, to)).toBe(true);
  });

  it.each(["WITHDRAWN", "MERGED"] as const)("stops for what is %s", (review) => {
    for (const handling of handlingStates)
      for (const act of handlingActs) expect(afterAct({ handling, review }, act)).toBeNull();
  });
});

describe("who may do what", () => {
  const holder = { deskId: desk, assignmentId: assignment };
  const ofTheDesk: (HandlingAct | "note")[] = ["draft", "passOn", "extend", "notOurs", "ask"];
  const all: (HandlingAct | "note")[] = [...handlingActs, "note"];
  const cases: [string, Actor, (HandlingAct | "note")[]][] = [
    ["an administrator", staff("ADMIN"), all],
    ["a moderator", staff("MODERATOR"), all],
    ["an officer of the desk", staff("OFFICER", [desk]), [...ofTheDesk, "note"]],
    ["an officer of another desk", staff("OFFICER", [otherDesk]), []],
    ["a viewer, even of the desk", staff("VIEWER", [desk]), []],
    ["the link of this assignment", link(assignment), ofTheDesk],
    ["the link of an earlier assignment", link("00000000-0000-4000-8000-0000000000ff"), []],
    ["the author", { kind: "author", of: "submission", id: "x" }, []],
    ["anybody", { kind: "anonymous" }, []],
  ];

  it.each(cases)("%s", (_who, actor, allowed) => {
    expect(all.filter((act) => mayHandle(actor, act, holder)).sort()).toEqual([...allowed].sort());
  });

  it("gives no desk anything while no desk holds it", () => {
    const nobody = { deskId: null, assignmentId: null };
    expect(all.filter((act) => mayHandle(staff("OFFICER", [desk]), act, nobody))).toEqual([]);
    expect(all.filter((act) => mayHandle(link(assignment), act, nobody))).toEqual([]);
  });
});

describe("approval by another person", () => {
  it("refuses the drafter and accepts everybody else", () => {
    expect(isOtherThanDrafter("a", "a", true)).toBe(false);
    expect(isOtherThanDrafter("a", "b", true)).toBe(true);
  });

  it("accepts any moderator for what came through a desk's link", () => {
    expect(isOtherThanDrafter("a", null, true)).toBe(true);
  });

  it("accepts the drafter where the city switched the rule off", () => {
    expect(isOtherThanDrafter("a", "a", false)).toBe(true);
  });
});

describe("a due date", () => {
  const sunday = "2026-11-22";
  it.each([
    ["2026-11-24", null],
    ["2026-11-22", "notBusinessDay"],
    ["2026-11-23", "notBusinessDay"],
    ["2026-11-20", "dateInPast"],
    ["2027-01-02", "notBusinessDay"],
    ["2026-02-30", "date"],
    ["", "date"],
    ["20260-11-24", "date"],
    ["2062-11-24", "dateTooFar"],
  ])("%s on a Sunday before a holiday: %s", (day, problem) => {
    expect(dueOnProblem(day, sunday)).toBe(problem);
  });

  it("may be today", () => {
    expect(dueOnProblem("2026-11-24", "2026-11-24")).toBeNull();
  });
});

describe("an answer link", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  it("works before it expires", () => {
    expect(isLinkAlive({ expiresAt: new Date("2026-11-22T00:00:01Z"), revokedAt: null }, now)).toBe(true);
  });
  it("stops at its end and when it is revoked", () => {
    expect(isLinkAlive({ expiresAt: now, revokedAt: null }, now)).toBe(false);
    expect(isLinkAlive({ expiresAt: new Date("2027-01-01T00:00:00Z"), revokedAt: now }, now)).toBe(false);
  });
});
