import { describe, expect, it } from "vitest";
import { proposeDesk, type RoutingRuleFacts } from "./routing.ts";

const rule = (facts: Partial<RoutingRuleFacts>): RoutingRuleFacts => ({
  id: "r1",
  position: 1,
  themeId: null,
  kind: null,
  deskId: "desk-of-rule",
  isActive: true,
  deskIsActive: true,
  ...facts,
});

const idea = { themeId: "collaboration", kind: "IDEA" } as const;

describe("proposeDesk", () => {
  it("takes the first matching rule by position, whatever the order of the list", () => {
    const rules = [rule({ id: "b", position: 2, deskId: "second" }), rule({ id: "a", position: 1, deskId: "first" })];
    expect(proposeDesk(rules, idea, "theme-desk")).toEqual({ deskId: "first", by: "rule", ruleId: "a" });
  });

  it("passes over rules of another theme or kind", () => {
    const rules = [
      rule({ id: "a", position: 1, themeId: "ict" }),
      rule({ id: "b", position: 2, kind: "PARTNERSHIP" }),
      rule({ id: "c", position: 3, themeId: "collaboration", kind: "IDEA", deskId: "right" }),
    ];
    expect(proposeDesk(rules, idea, null)).toEqual({ deskId: "right", by: "rule", ruleId: "c" });
  });

  it("passes over rules that are switched off and rules of closed desks", () => {
    const rules = [rule({ id: "a", isActive: false }), rule({ id: "b", deskIsActive: false })];
    expect(proposeDesk(rules, idea, "theme-desk")).toEqual({ deskId: "theme-desk", by: "theme" });
  });

  it("does not match a rule for a theme with an item that has none", () => {
    expect(proposeDesk([rule({ themeId: "ict" })], { themeId: null, kind: "INQUIRY" }, null, "fallback")).toEqual({
      deskId: "fallback",
      by: "fallback",
    });
  });

  it("proposes nothing when there is nothing to propose", () => {
    expect(proposeDesk([], idea, null)).toBeNull();
  });
});
