import { describe, expect, it } from "vitest";
import { proposeDesk, type RoutedItem, type RoutingRuleFacts, tryRules } from "./routing.ts";

const rule = (facts: Partial<RoutingRuleFacts>): RoutingRuleFacts => ({
  id: "r1",
  position: 1,
  themeId: null,
  kind: null,
  questionId: null,
  areas: [],
  words: [],
  deskId: "desk-of-rule",
  isActive: true,
  servedBy: facts.deskId ?? "desk-of-rule",
  ...facts,
});

const idea: RoutedItem = {
  themeId: "collaboration",
  kind: "IDEA",
  questionId: "q1",
  area: "沼ノ端地区、拓勇東町",
  texts: ["除雪のお願い", "ｾﾝﾀｰの前の歩道です。class で話しました。", null],
};

describe("proposeDesk", () => {
  const proposed = (rules: RoutingRuleFacts[], item: RoutedItem, ...others: [string | null, string?]) =>
    proposeDesk(tryRules(rules, item), ...others);

  it("takes the first matching rule by position, whatever the order of the list", () => {
    const rules = [rule({ id: "b", position: 2, deskId: "second" }), rule({ id: "a", position: 1, deskId: "first" })];
    expect(proposed(rules, idea, "theme-desk")).toEqual({
      deskId: "first",
      by: "rule",
      rule: expect.objectContaining({ id: "a" }),
    });
  });

  it("passes over rules of another theme or kind", () => {
    const rules = [
      rule({ id: "a", position: 1, themeId: "ict" }),
      rule({ id: "b", position: 2, kind: "PARTNERSHIP" }),
      rule({ id: "c", position: 3, themeId: "collaboration", kind: "IDEA", deskId: "right" }),
    ];
    expect(proposed(rules, idea, null)).toEqual({
      deskId: "right",
      by: "rule",
      rule: expect.objectContaining({ id: "c" }),
    });
  });

  it("passes over rules that are switched off and rules of closed desks", () => {
    const rules = [rule({ id: "a", isActive: false }), rule({ id: "b", servedBy: null })];
    expect(proposed(rules, idea, "theme-desk")).toEqual({ deskId: "theme-desk", by: "theme" });
  });

  it("proposes the desk that took over from the desk of a rule", () => {
    expect(proposed([rule({ id: "a", servedBy: "successor" })], idea, "theme-desk")).toEqual({
      deskId: "successor",
      by: "rule",
      rule: expect.objectContaining({ id: "a" }),
    });
  });

  it("does not match a rule for a theme with an item that has none", () => {
    expect(proposed([rule({ themeId: "ict" })], { ...idea, themeId: null, kind: "INQUIRY" }, null, "fallback")).toEqual(
      {
        deskId: "fallback",
        by: "fallback",
      },
    );
  });

  it("proposes nothing when there is nothing to propose", () => {
    expect(proposed([], idea, null)).toBeNull();
  });
});

describe("tryRules", () => {
  const verdict = (facts: Partial<RoutingRuleFacts>) => tryRules([rule(facts)], idea)[0];

  it.each<[string, Partial<RoutingRuleFacts>, string, string[]]>([
    ["a rule without conditions", {}, "takes", []],
    ["a rule that is switched off", { isActive: false }, "off", []],
    ["a rule of a closed desk", { servedBy: null }, "deskClosed", []],
    ["another theme", { themeId: "ict" }, "theme", []],
    ["another kind", { kind: "INQUIRY" }, "kind", []],
    ["the question", { questionId: "q1" }, "takes", []],
    ["another question", { questionId: "q2" }, "question", []],
    ["one of its places", { areas: ["錦岡", "沼ノ端"] }, "takes", ["沼ノ端"]],
    ["none of its places", { areas: ["錦岡"] }, "area", []],
    ["one of its words", { words: ["公園", "除雪"] }, "takes", ["除雪"]],
    ["a word written in another width", { words: ["センター"] }, "takes", ["センター"]],
    ["a place that stands in the text only", { areas: ["歩道"] }, "area", []],
    ["a word that stands in the place only", { words: ["拓勇"] }, "words", []],
    ["Latin letters inside a longer word", { words: ["ass"] }, "words", []],
    ["places found, words not", { areas: ["沼ノ端"], words: ["公園"] }, "words", ["沼ノ端"]],
  ])("%s", (_name, facts, expected, found) => {
    expect(verdict(facts)).toEqual({ rule: rule(facts), verdict: expected, found });
  });

  it("stops at the rule that takes it", () => {
    const rules = [
      rule({ id: "c", position: 3 }),
      rule({ id: "a", position: 1, kind: "INQUIRY" }),
      rule({ id: "b", position: 2 }),
    ];
    expect(tryRules(rules, idea).map(({ rule: { id }, verdict: said }) => [id, said])).toEqual([
      ["a", "kind"],
      ["b", "takes"],
    ]);
  });
});
