import { describe, expect, it } from "vitest";
import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import { canMoveReview, reviewStates } from "#app/domain/submission/submission.ts";
import { decisionSchema } from "./moderation.schema.ts";
import { afterDecision, decisions, mayDecide, possibleDecisions, reversalIn, wordsNeeded } from "./moderation.ts";

describe("the decision table", () => {
  it.each([
    ["PENDING", ["APPROVE", "RETURN", "DECLINE"]],
    ["PUBLISHED", ["HIDE"]],
    ["RETURNED", []],
    ["DECLINED", []],
    ["HIDDEN", ["RESTORE"]],
    ["WITHDRAWN", []],
    ["MERGED", []],
    ["NOT_PUBLIC", []],
  ] as const)("in %s offers %j", (review, offered) => {
    expect(possibleDecisions(review)).toEqual([...offered]);
  });

  it("never publishes an inquiry, what its author withdrew or what was merged", () => {
    for (const review of ["NOT_PUBLIC", "WITHDRAWN", "MERGED"] as const)
      for (const decision of decisions) expect(afterDecision(review, decision)).toBeNull();
  });

  it("moves only as a text may move", () => {
    for (const review of reviewStates)
      for (const decision of decisions) {
        const next = afterDecision(review, decision);
        if (next !== null) expect(canMoveReview("IDEA", review, next)).toBe(true);
      }
  });

  it("leads to PUBLISHED only by approving or restoring", () => {
    const publishing = reviewStates.flatMap((review) =>
      decisions.filter((decision) => afterDecision(review, decision) === "PUBLISHED").map((d) => `${review}:${d}`),
    );
    expect(publishing).toEqual(["PENDING:APPROVE", "HIDDEN:RESTORE"]);
  });
});

describe("a granted appeal", () => {
  it("publishes what was declined and brings back what was hidden, as a text may move, and nothing else", () => {
    const reversals = reviewStates
      .map((review) => [review, reversalIn(review)] as const)
      .filter(([, by]) => by !== null);
    expect(reversals).toEqual([
      ["DECLINED", "APPROVE"],
      ["HIDDEN", "RESTORE"],
    ]);
    for (const [review] of reversals) expect(canMoveReview("IDEA", review, "PUBLISHED")).toBe(true);
  });
});

describe("who decides", () => {
  const staff = (role: StaffRole): Actor => ({ kind: "staff", id: "s", role, name: role, deskIds: ["d"] });
  it("moderators and administrators, nobody else", () => {
    expect((["ADMIN", "MODERATOR", "OFFICER", "VIEWER"] as const).filter((role) => mayDecide(staff(role)))).toEqual([
      "ADMIN",
      "MODERATOR",
    ]);
    expect(mayDecide({ kind: "system", name: "system" })).toBe(false);
    expect(mayDecide({ kind: "author", of: "submission", id: "x" })).toBe(false);
  });
});

describe("the words of a decision", () => {
  it("are needed whenever something is refused, hidden or brought back", () => {
    expect(decisions.map((decision) => [decision, wordsNeeded(decision)])).toEqual([
      ["APPROVE", "none"],
      ["RETURN", "reason"],
      ["DECLINE", "reason"],
      ["HIDE", "reason"],
      ["RESTORE", "explanation"],
    ]);
  });

  it("must name a known reason and explain it, also for OTHER", () => {
    const fields = { version: "3", reasonCode: "OTHER", explanation: "理由です" };
    expect(decisionSchema("DECLINE").safeParse(fields).success).toBe(true);
    expect(decisionSchema("DECLINE").safeParse({ ...fields, explanation: " \n" }).success).toBe(false);
    expect(decisionSchema("DECLINE").safeParse({ ...fields, reasonCode: "" }).success).toBe(false);
    expect(decisionSchema("DECLINE").safeParse({ ...fields, version: "" }).success).toBe(false);
    expect(decisionSchema("RESTORE").safeParse({ version: "3", explanation: "" }).success).toBe(false);
  });

  it("are dropped where none are needed", () => {
    expect(decisionSchema("APPROVE").parse({ version: "3", reasonCode: "OTHER", explanation: "x" })).toEqual({
      version: 3,
      reasonCode: null,
      explanation: null,
    });
  });
});
