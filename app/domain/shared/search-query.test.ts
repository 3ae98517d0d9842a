import { describe, expect, it } from "vitest";
import { holdsAll, likeLiteral, longestSearch, readSearch } from "./search-query.ts";

describe("reading a search", () => {
  it.each([null, "", "   ", "\u3000\t\n"])("finds nothing to look for in %j", (typed) => {
    expect(readSearch(typed)).toBeNull();
  });

  it("takes several words, in the form in which texts are compared", () => {
    expect(readSearch(" 公園　ＩＣＴ ")).toMatchObject({
      terms: ["公園", "ict"],
      bigrams: ["公園", "ic", "ct"],
      isCut: false,
    });
  });

  it("asks the index for nothing when no word has two letters", () => {
    expect(readSearch("雪 %")).toMatchObject({ terms: ["雪", "%"], bigrams: [] });
  });

  it("cuts what is too long between characters and says so", () => {
    const read = readSearch("𠮷".repeat(longestSearch + 1));
    expect(read).toMatchObject({ text: "𠮷".repeat(longestSearch), isCut: true });
  });

  it("survives half a surrogate pair", () => {
    expect(readSearch("\ud842公園")?.terms[0]).toContain("公園");
  });
});

it("makes %, _ and the backslash stand for themselves in LIKE", () => {
  expect(likeLiteral("100%_\\")).toBe("100\\%\\_\\\\");
});

it("wants every word, in whichever text", () => {
  expect(holdsAll(["ICTの活用", "窓口"], ["ict", "窓口"])).toBe(true);
  expect(holdsAll(["ICTの活用"], ["ict", "窓口"])).toBe(false);
});
