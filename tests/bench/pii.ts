/*
 * `npm run bench:pii`: how much personal data the detector finds in a corpus of texts that people marked (tests/bench/pii), per kind and
 * in all. Prints where it differs from the corpus, of the part that rules are written with; the other part is only counted. Fails below
 * the floors that `npm test` holds too.
 */
import { corpusParts, readCorpus } from "./pii/corpus.ts";
import { belowFloors, floors, measure, type Score, scoredLevels } from "./pii/measure.ts";
import { publishedPhones } from "./pii/published-phones.ts";

const row = (name: string, { pieces, found, missed, false: wrong, precision, recall }: Score) =>
  `| ${name} | ${pieces} | ${found} | ${missed} | ${wrong} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`;

let broken = false;
for (const part of corpusParts) {
  const measurement = measure(readCorpus(part), publishedPhones);
  console.log(`\n${part}: ${measurement.texts} texts\n`);
  console.log("| | pieces | found | missed | false | precision | recall |");
  console.log("|---|---:|---:|---:|---:|---:|---:|");
  for (const [kind, score] of Object.entries(measurement.kinds)) console.log(row(kind, score));
  for (const level of scoredLevels) {
    const { precision, recall } = floors[level];
    console.log(row(`all, ${level} (floors ${precision}, ${recall})`, measurement.levels[level]));
  }
  if (part === "tuning") console.log(`\n${measurement.differences.join("\n")}`);
  const below = belowFloors(measurement);
  for (const sentence of below) console.error(`${part}: ${sentence}`);
  broken ||= below.length > 0;
}
if (broken) process.exitCode = 1;
