import { expect, it } from "vitest";
import { translator } from "./translator.server.ts";

it("says so where no language has a text, which fails a test", () => {
  const t = translator("en");
  expect(t("common:siteName")).toBeTruthy();
  expect(() => t("common:noSuchText" as "common:siteName")).toThrow("no text common:noSuchText");
});
