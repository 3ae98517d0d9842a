import { describe, expect, it } from "vitest";
import { readCommand, statedDay } from "./reply-command.ts";

describe("the first line of a reply", () => {
  it("keeps what follows the word as it was written", () => {
    expect(readCommand("転送\uff1aﾃﾞｼﾞﾀﾙ担当\u3000髙﨑係\n理由です。")).toEqual({
      act: "passOn",
      stated: true,
      argument: "ﾃﾞｼﾞﾀﾙ担当\u3000髙﨑係",
      rest: "理由です。",
    });
  });

  it("is an answer where it says nothing to do", () => {
    expect(readCommand("来年度に検討します。")).toEqual({
      act: "draft",
      stated: false,
      argument: "",
      rest: "来年度に検討します。",
    });
    expect(readCommand("")).toMatchObject({ act: "draft", stated: false, rest: "" });
  });
});

describe("a stated day", () => {
  const today = "2026-11-26";
  it.each([
    ["11月26日", "2026-11-26"],
    ["11月25日", "2027-11-25"],
    ["2月29日", null],
    ["13月1日", null],
    ["20261218", "2026-12-18"],
    ["2026年12月18日(金曜日)", "2026-12-18"],
    ["December 18th, 2026", "2026-12-18"],
    ["18 foo", null],
    ["", null],
  ])("%s is %s", (text, day) => {
    expect(statedDay(text, today)?.day ?? null).toBe(day);
  });

  it("leaves what stands after it", () => {
    expect(statedDay("12月18日(金)まで、調整のため", today)).toEqual({ day: "2026-12-18", after: "調整のため" });
    expect(statedDay("to 18 December: roads desk", today)).toEqual({ day: "2026-12-18", after: "roads desk" });
  });
});
