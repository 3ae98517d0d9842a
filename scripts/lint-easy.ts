/*
 * `npm run lint:easy`: reads everything the city writes in やさしい日本語 and names each place that breaks a rule of
 * app/domain/shared/plain-japanese.ts, with what to write instead. Ends with 1 if there is any.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { analyseJapanese } from "#app/domain/shared/morphemes.server.ts";
import {
  findHardJapanese,
  type HardPlace,
  longestPlainSentence,
  type PlainJapaneseRule,
} from "#app/domain/shared/plain-japanese.ts";

type Text = { file: string; key: string; text: string };
type Exception = { key: string; rule: PlainJapaneseRule; reason: string };

const LOCALE = join("locales", "easy");
const CONTENT = join("prisma", "seed", "content");
/** Samples are people's own words, which nobody rewrites; the others hold no text. */
const notTheCitys = /^samples\.ts$|\.test\.ts$/;

/** `file:key` of a text that breaks one rule, and why it may. One that nothing needs any more is an error as well. */
const exceptions: readonly Exception[] = [];

const texts = [...wordsOfLocale(), ...(await textsOfContent())];
const unused = new Set(exceptions);
let found = 0;
for (const { file, key, text } of texts) {
  for (const place of findHardJapanese(text, analyseJapanese)) {
    const excepted = exceptions.find((one) => one.key === `${file}:${key}` && one.rule === place.rule);
    if (excepted) {
      unused.delete(excepted);
      continue;
    }
    found += 1;
    console.log(`${file}\n  ${key}\n    ${place.sentence}\n    ${place.rule}: ${adviceOn(place)}\n`);
  }
}
for (const { key, rule } of unused) console.log(`${key}\n  the exception from ${rule} is not needed any more\n`);
console.log(`${texts.length} texts, ${found} findings, ${unused.size} exceptions without use`);
process.exitCode = found + unused.size > 0 ? 1 : 0;

function wordsOfLocale(): Text[] {
  return readdirSync(LOCALE)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const file = join(LOCALE, name);
      return stringsIn(JSON.parse(readFileSync(file, "utf8")), []).map(({ path, text }) => ({
        file,
        key: path.join("."),
        text,
      }));
    });
}

/** Every text named `easy` of what the files with the city's content export. */
async function textsOfContent(): Promise<Text[]> {
  const found: Text[] = [];
  for (const name of readdirSync(CONTENT).filter((one) => one.endsWith(".ts") && !notTheCitys.test(one))) {
    const file = join(CONTENT, name);
    const exported: unknown = await import(pathToFileURL(file).href);
    for (const { path, text } of stringsIn(exported, [])) {
      if (path.at(-1) === "easy") found.push({ file, key: path.slice(0, -1).join("."), text });
    }
  }
  return found;
}

/** Every string inside a value with the way to it; an entry of a list goes by its `slug` or `key` if it has one. */
function stringsIn(value: unknown, path: string[]): { path: string[]; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    stringsIn(inner, [...path, (Array.isArray(value) ? nameOf(inner) : undefined) ?? name]),
  );
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { slug, key } = value as { slug?: unknown; key?: unknown };
  return [slug, key].find((name) => typeof name === "string") as string | undefined;
}

function adviceOn({ rule, found: words, instead }: HardPlace): string {
  switch (rule) {
    case "length":
      return `${words} characters; at most ${longestPlainSentence}. Make it two sentences, one idea each`;
    case "doubleNegation":
      return `「${words}」 Say it without a no: 「…ことがあります」「…してください。それから…できます」`;
    case "obligation":
      return `「${words}」 Say 「〜してください」`;
    case "passive":
      return `「${words}」 Say who does it: 「市が…します」`;
    case "potential":
      return `「${words}」 Say 「〜ことができます」`;
    case "respect":
      return `「${words}」 です・ます is polite enough`;
    case "causative":
      return `「${words}」 Say who does it, or 「〜してもらいます」`;
    case "katakana":
      return `「${words}」 Use a Japanese word, or explain it; if everybody knows it, enter it in everydayKatakana`;
    case "office":
      return `「${words}」 Say 「${instead}」`;
    case "style":
      return `「…${words}」 End the sentence in です or ます`;
    case "honorific":
      return `「${words}」 です・ます is polite enough; say 「〜してください」`;
    case "negativeRequest":
      return `「${words}」 Say 「〜してください」 or 「〜しないでください」`;
    case "spacing":
      return `「${words}」 Write the words without a space between them`;
  }
}
