import { describe, expect, it } from "vitest";
import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import { reviewStates } from "#app/domain/submission/submission.ts";
import { appealProblem, appealState, lastDayToAppeal, mayDecideAppeal } from "./appeal.ts";
import { decisions } from "./moderation.ts";

const at = new Date("2026-11-24T03:00:00Z");

describe("an appeal", () => {
  it("is possible against declining and hiding alone, while that decision stands", () => {
    const possible = reviewStates.flatMap((review) =>
      decisions
        .filter((decision) => appealProblem(review, { decision, at, hasAppeal: false }, at) === null)
        .map((decision) => `${review}: ${decision}`),
    );
    expect(possible).toEqual(["DECLINED: DECLINE", "HIDDEN: HIDE"]);
    expect(appealProblem("DECLINED", null, at)).toBe("notPossibleNow");
  });

  it("is possible once", () => {
    expect(appealProblem("HIDDEN", { decision: "HIDE", at, hasAppeal: true }, at)).toBe("alreadyAppealed");
  });

  it("is possible until the end of the thirtieth day in Tokyo", () => {
    const decision = { decision: "DECLINE", at, hasAppeal: false } as const;
    expect(lastDayToAppeal(at)).toBe("2026-12-24");
    expect(appealProblem("DECLINED", decision, new Date("2026-12-24T14:59:59Z"))).toBeNull();
    expect(appealProblem("DECLINED", decision, new Date("2026-12-24T15:00:00Z"))).toBe("appealTooLate");
  });

  it("waits until it is decided, another decision came first, or its author withdrew", () => {
    const waiting = { outcome: null, closedAt: null };
    expect(reviewStates.filter((review) => appealState(waiting, review) === "open")).toEqual(["DECLINED", "HIDDEN"]);
    expect(appealState(waiting, "WITHDRAWN")).toBe("settled");
    expect(appealState({ outcome: null, closedAt: at }, "HIDDEN")).toBe("settled");
    expect(appealState({ outcome: "UPHELD", closedAt: at }, "WITHDRAWN")).toBe("upheld");
    expect(appealState({ outcome: "OVERTURNED", closedAt: at }, "PUBLISHED")).toBe("overturned");
  });
});

describe("who decides an appeal", () => {
  const staff = (role: StaffRole, id: string): Actor => ({ kind: "staff", id, role, name: role, deskIds: [] });
  const parties = { deciderId: "decider", entererId: "enterer" };

  it("moderators and administrators with no part in it", () => {
    const allowed = (["ADMIN", "MODERATOR", "OFFICER", "VIEWER"] as const).filter((role) =>
      mayDecideAppeal(staff(role, "another"), parties),
    );
    expect(allowed).toEqual(["ADMIN", "MODERATOR"]);
    for (const id of ["decider", "enterer"])
      for (const role of ["ADMIN", "MODERATOR"] as const) expect(mayDecideAppeal(staff(role, id), parties)).toBe(false);
    expect(mayDecideAppeal({ kind: "author", of: "submission", id: "x" }, parties)).toBe(false);
    expect(mayDecideAppeal({ kind: "system", name: "system" }, parties)).toBe(false);
  });
});
