import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const script = resolve("scripts", "lint-easy.ts");
const cities: string[] = [];

afterEach(() => {
  for (const city of cities.splice(0)) rmSync(city, { recursive: true, force: true });
});

/** Runs the check over a city that has nothing but these texts. */
function lint(words: Record<string, unknown>, content: string) {
  const city = mkdtempSync(join(tmpdir(), "easy-"));
  cities.push(city);
  mkdirSync(join(city, "locales", "easy"), { recursive: true });
  mkdirSync(join(city, "prisma", "seed", "content"), { recursive: true });
  writeFileSync(join(city, "locales", "easy", "page.json"), JSON.stringify(words));
  writeFileSync(join(city, "prisma", "seed", "content", "parks.ts"), content);
  writeFileSync(join(city, "prisma", "seed", "content", "samples.ts"), 'export const samples = [{ easy: "該当。" }];');
  const { status, stdout } = spawnSync(process.execPath, [script], { cwd: city, encoding: "utf8" });
  return { status, stdout };
}

// each run unpacks the dictionary, which takes a busy machine seconds
describe("the check of やさしい日本語", { timeout: 60_000 }, () => {
  it("names file, key, sentence, rule and what to write instead, and fails", () => {
    const { status, stdout } = lint(
      { form: { hints: ["名前を書いてください。", "書類を提出してください。"] } },
      'export const parks = [{ key: "north", name: { ja: "北公園", easy: "北の公園" }, about: { easy: "この公園は市に造られました。" } }];',
    );
    expect(status).toBe(1);
    const [word, passive, sum] = stdout.trim().split("\n\n");
    expect(word).toBe(
      "locales/easy/page.json\n  form.hints.1\n    書類を提出してください。\n    office: 「提出」 Say 「出す」",
    );
    expect(passive).toBe(
      "prisma/seed/content/parks.ts\n  parks.north.about\n    この公園は市に造られました。\n    passive: 「造られ」 Say who does it: 「市が…します」",
    );
    expect(sum).toBe("4 texts, 2 findings, 0 exceptions without use");
  });

  it("passes plain texts, and leaves samples alone, which are people's own words", () => {
    const { status, stdout } = lint({ title: "意見を送る" }, 'export const parks = { easy: "北の公園です。" };');
    expect(stdout).toBe("2 texts, 0 findings, 0 exceptions without use\n");
    expect(status).toBe(0);
  });
});
