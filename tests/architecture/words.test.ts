import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTest, sourceFiles } from "./source-files.ts";

type Words = { [key: string]: string | Words | Words[] | string[] };

const read = (locale: string, file: string): Words =>
  JSON.parse(readFileSync(`locales/${locale}/${file}`, "utf8")) as Words;

/** Every text of a file by its dotted key; entries of lists count by their place. */
function flat(words: Words, prefix = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === "string") texts.set(path, value);
    else for (const [inner, text] of flat(value as Words, path)) texts.set(inner, text);
  }
  return texts;
}

const namespaces = readdirSync("locales/ja");
const publicNamespaces = readdirSync("locales/easy");

/** Names of `{{values}}` in a text. */
const values = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

/** English needs a singular; Japanese does not. */
const withoutPlurals = (keys: Iterable<string>) =>
  [...new Set([...keys].map((key) => key.replace(/_(one|other)$/, "")))].sort();

describe("words", () => {
  it.each(namespaces)(
    "of %s exist in Japanese and English, and in やさしい日本語 where the public reads them",
    (file) => {
      const ja = withoutPlurals(flat(read("ja", file)).keys());
      expect(withoutPlurals(flat(read("en", file)).keys())).toEqual(ja);
      if (publicNamespaces.includes(file)) expect(withoutPlurals(flat(read("easy", file)).keys())).toEqual(ja);
    },
  );

  it.each(namespaces)("of %s are not empty and name the same values in every language", (file) => {
    const ja = flat(read("ja", file));
    const others = ["en", ...(publicNamespaces.includes(file) ? ["easy"] : [])].map((locale) =>
      flat(read(locale, file)),
    );
    const problems: string[] = [];
    for (const [key, text] of ja) {
      if (text.trim() === "") problems.push(`${key} is empty`);
      for (const other of others) {
        const translated = other.get(key);
        if (translated !== undefined && values(translated).join() !== values(text).join())
          problems.push(`${key}: ${values(text)} ≠ ${values(translated)}`);
      }
    }
    expect(problems).toEqual([]);
  });

  it("that the code asks for by name exist", () => {
    const known = new Map(namespaces.map((file) => [file.slice(0, -".json".length), flat(read("ja", file))]));
    const missing: string[] = [];
    for (const { path, text } of sourceFiles("app").filter((file) => !isTest(file))) {
      for (const [, key = ""] of text.matchAll(/\b(?:t|useTextTree(?:<[^>(]*>)?)\(\s*"([a-zA-Z]+:[\w.-]+)"/g)) {
        const [namespace = "", name = ""] = key.split(":");
        const texts = known.get(namespace);
        const exists =
          texts &&
          [...texts.keys()].some((one) => one === name || one.startsWith(`${name}.`) || one === `${name}_other`);
        if (!exists) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("of errors exist for every key the domain throws", () => {
    const known = flat(read("ja", "errors.json"));
    const missing: string[] = [];
    for (const { path, text } of sourceFiles("app/domain").filter((file) => !isTest(file))) {
      for (const [, key = ""] of text.matchAll(/\b(?:conflict|forbidden|notFound)\(\s*"(?:errors:)?([\w.-]+)"/g)) {
        if (!known.has(key)) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("are all asked for by some code", () => {
    const asked = wordsInUse();
    const unused = namespaces.flatMap((file) => {
      const namespace = file.slice(0, -".json".length);
      return withoutPlurals(flat(read("ja", file)).keys())
        .filter((key) => !asked(namespace, key))
        .map((key) => `${namespace}:${key}`);
    });
    expect(unused).toEqual([]);
  });
});

/** Namespaces whose keys the code names without their namespace: mails through `words`, errors by the domain that throws them. */
const unprefixed = ["mail", "errors"];

/**
 * Whether some code can ask for a key: by its whole name, by the name of a list it stands in, or by a template such as
 * `desk:queue.kinds.${kind}`. What stands for a `${…}` is one part of the name, and must be written somewhere in the code itself.
 */
function wordsInUse(): (namespace: string, key: string) => boolean {
  const code = sourceFiles("app", "prisma").filter((file) => !isTest(file));
  const text = code.map((file) => file.text).join("\n");
  const written = new Set(text.match(/[\w-]+/g));
  const literals = new Set(
    [...text.matchAll(/"([\w-]+(?::[\w-]+)?(?:\.[\w-]+)*)"/g)].map(([, literal = ""]) => literal),
  );
  const templates = [...text.matchAll(/(?:\bwords\()?`([a-zA-Z][\w-]*[:.][^`\s]*\$\{[^`]*)`/g)].map(
    ([whole, template = ""]) => {
      const name = whole.startsWith("words(") ? `mail:${template}` : template;
      return new RegExp(`^${name.replace(/[.]/g, "\\.").replace(/(?:\$\{[^}]*\})+/g, "([\\w-]+)")}(?:\\.|$)`);
    },
  );
  const mailGroups = new Set([...text.matchAll(/\b(?:coded|hasMailWord)\("(\w+)"/g)].map(([, group = ""]) => group));
  // `${group}${isMany ? "Many" : ""}` is written in two pieces.
  const isWritten = (part: string) =>
    written.has(part) || part.split(/(?=[A-Z][a-z])/).every((piece) => written.has(piece));
  return (namespace, key) => {
    const parts = key.split(".");
    const names = parts.map((_, index) => parts.slice(0, index + 1).join("."));
    if (names.some((name) => literals.has(`${namespace}:${name}`))) return true;
    if (unprefixed.includes(namespace) && literals.has(key)) return true;
    if (namespace === "mail" && mailGroups.has(parts[0] ?? "")) return isWritten(parts[1] ?? "");
    return templates.some((template) => {
      const [match, ...filled] = template.exec(`${namespace}:${key}`) ?? [];
      return match !== undefined && filled.every(isWritten);
    });
  };
}
