import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";

test.each([
  ["公園に水飲み場を", "ja"],
  ["ＩＣＴの活用について", "ja"],
  ["Wi-Fiを公民館に", "ja"],
  ["髙﨑", "ja"],
  ["A one-page guide in English", "en"],
  ["Café near the harbour, 2nd floor", "en"],
  ["0144-32-6169", undefined],
  ["مرحبا", undefined],
  ["Парк и парковка", undefined],
  ["", undefined],
])("%s is marked as %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
