import { describe, expect, it } from "vitest";
import { digestDue, findsNews, followedSearch, readFollowedSearch, type SearchedNews } from "./follow.ts";

const at = (time: string) => new Date(`${time}+09:00`);

describe("the moment a digest is due", () => {
  it.each([
    ["DAILY", "2026-11-26T06:59:59", "2026-11-25T07:00:00"],
    ["DAILY", "2026-11-26T07:00:00", "2026-11-26T07:00:00"],
    ["DAILY", "2026-11-26T23:59:00", "2026-11-26T07:00:00"],
    ["WEEKLY", "2026-11-26T12:00:00", "2026-11-23T07:00:00"],
    ["WEEKLY", "2026-11-23T06:59:00", "2026-11-16T07:00:00"],
    ["WEEKLY", "2026-11-23T07:00:00", "2026-11-23T07:00:00"],
    ["WEEKLY", "2026-11-29T23:00:00", "2026-11-23T07:00:00"],
  ] as const)("%s at %s in Tokyo is %s", (pace, now, due) => {
    expect(digestDue(pace, at(now))).toEqual(at(due));
  });
});

describe("a search that is followed", () => {
  const proposal: SearchedNews = {
    type: "proposal",
    number: "R8-0042",
    searchText: "町内会の回覧を電子でも",
    kind: "IDEA",
    themeSlug: "ict",
    handling: "ANSWERED",
    outcomeKey: "adopted",
  };
  const comment: SearchedNews = { type: "comment", number: "R8-0043", searchText: "回覧に賛成です" };

  it("is stored alike for everybody who asks for the same", () => {
    const stored = (search: string) => followedSearch(readFollowedSearch(search));
    expect(stored("kind=idea&q=%20回覧%20")).toBe(stored("q=回覧&after=abc&kind=idea&sort=discussed"));
    expect(stored("kind=elephant&theme=../x")).toBe("");
    expect(stored(stored("q=回覧&handling=answered"))).toBe("q=%E5%9B%9E%E8%A6%A7&handling=ANSWERED");
  });

  it.each([
    ["", true],
    ["q=回覧", true],
    ["q=回覧 電子", true],
    ["q=回覧 除雪", false],
    ["q=r8-42", true],
    ["kind=idea", true],
    ["kind=partnership", false],
    ["theme=ict&handling=answered&outcome=adopted", true],
    ["theme=collaboration", false],
    ["outcome=partly", false],
  ])("%j finds the proposal: %s", (search, found) => {
    expect(findsNews(search, proposal)).toBe(found);
  });

  it.each([
    ["", false],
    ["q=回覧", true],
    ["q=回覧&kind=idea", false],
    ["q=除雪", false],
  ])("%j finds the comment: %s", (search, found) => {
    expect(findsNews(search, comment)).toBe(found);
  });
});
