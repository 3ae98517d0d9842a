import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.ts";

describe("a path to go back to", () => {
  it("is kept with its query", () => {
    for (const path of [
      "/",
      "/themes/collaboration",
      "/easy/search?q=%E5%85%AC%E5%9C%92",
      "/track/R8-0042/ABCD",
      "/desk?state=PENDING",
    ])
      expect(localPath(path)).toBe(path);
  });

  it("is resolved as a browser would resolve it, without what stands after #", () => {
    expect(localPath("/a/../themes#x")).toBe("/themes");
  });

  it("is nothing where it could lead to another site", () => {
    for (const value of [
      null,
      undefined,
      "",
      "themes",
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/a\\..\\b",
      "/.//evil.example",
      "/\t/evil.example",
      "/a\n/b",
      "javascript:alert(1)",
      `/${"x".repeat(600)}`,
    ])
      expect(localPath(value), String(value)).toBeNull();
  });
});
