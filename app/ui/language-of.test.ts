import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";

test.each([
  ["公園に水飲み場を", "ja"],
  ["ＩＣＴの活用について", "ja"],
  ["Wi-Fiを公民館に", "ja"],
  ["髙﨑", "ja"],
  ["苫小牧市行政創革プラン(Administrative Innovation Plan)を読んで", "ja"],
  ["The plan for fiscal years 2020 to 2024 (行政創革プラン) was revised once.", "en"],
  ["A one-page guide in English", "en"],
  ["Café near the harbour, 2nd floor", "en"],
  ["0144-32-6169", undefined],
  ["مرحبا", undefined],
  ["Парк и парковка", undefined],
  ["", undefined],
])("%s is marked as %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
