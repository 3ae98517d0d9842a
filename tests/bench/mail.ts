/*
 * `npm run bench:mail`: reads every message of the corpus and prints, for each category, how many were read as they must be. Ends with code 1 if
 * one marked must was not. `-- --write <folder>` writes the messages as .eml files, to open in a mail program.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "./mail/corpus.ts";
import { measure, scores } from "./mail/measure.ts";

const at = process.argv.indexOf("--write");
const folder = at === -1 ? undefined : process.argv[at + 1];
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  corpus.forEach(({ category, raw }, index) => {
    writeFileSync(join(folder, `${String(index + 1).padStart(3, "0")}-${category}.eml`), raw);
  });
}

const results = await measure(corpus);
let broken = false;
console.log(`${"category".padEnd(16)}${"right".padStart(12)}${"must".padStart(12)}`);
for (const [category, { all, right, must, mustRight }] of scores(results)) {
  console.log(`${category.padEnd(16)}${`${right}/${all}`.padStart(12)}${`${mustRight}/${must}`.padStart(12)}`);
  broken ||= mustRight < must;
}
const right = results.filter(({ differences }) => differences.length === 0).length;
const slowest = results.reduce((slow, result) => (result.milliseconds > slow.milliseconds ? result : slow));
console.log(
  `\n${results.length} messages, ${right} read right; slowest: ${slowest.milliseconds.toFixed(0)} ms (${slowest.name})`,
);
for (const { name, category, must, differences } of results) {
  if (differences.length > 0)
    console.log(`\n${must ? "MUST " : ""}${category}: ${name}\n  ${differences.join("\n  ")}`);
}
if (broken) process.exitCode = 1;
