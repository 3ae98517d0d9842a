import { expect, it } from "vitest";
import { deskSearchColumns, phoneParts, spellings } from "./desk-search.ts";

it("keeps what everybody on the desk may read apart from how to reach the author", () => {
  const columns = deskSearchColumns({
    desk: ["公園のＩＣＴ", null],
    contact: ["見本太郎", ...phoneParts("0144-32-6169")],
  });
  expect(columns).toMatchObject({ deskText: "公園のict", contactText: "見本太郎\n0144-32-6169\n0144326169" });
  expect(columns.deskTokens).toContain("公園");
  expect(columns.deskTokens).not.toContain("見本");
  expect(columns.contactTokens).toContain("見本");
});

it("finds a telephone number however it is grouped, and takes nothing else for one", () => {
  expect(spellings("0144-32-6169").map(({ text }) => text)).toEqual(["0144-32-6169", "0144326169"]);
  expect(spellings("01443-2-6169").map(({ text }) => text)).toEqual(["01443-2-6169", "0144326169"]);
  expect(spellings("r8-0042").map(({ text }) => text)).toEqual(["r8-0042"]);
  expect(spellings("2020-2024").map(({ text }) => text)).toEqual(["2020-2024"]);
  expect(phoneParts(null)).toEqual([]);
});
