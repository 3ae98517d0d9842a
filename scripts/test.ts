/*
 * `npm test`: every check in order, each with its time; `--only=validate` leaves out the browser. All run even if an
 * earlier one failed, except that without a build there is nothing to test. The last line sums up the
 * tests; a check that is no test counts as one failed test when it fails, a skipped test counts as failed.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { findChromium } from "./chromium.ts";
import { findDovecot } from "./dovecot.ts";

type Count = { passed: number; failed: number };
type Step = { title: string; run: () => Promise<Count> };

const RESULTS = "test-results";
const UNIT_REPORT = join(RESULTS, "vitest.json");
const BROWSER_REPORT = join(RESULTS, "browser.json");
const RULES = ".dependency-cruiser.mjs";

const onlyValidate = process.argv.includes("--only=validate");
const programs = resolve("node_modules", ".bin");

const steps: Step[] = [
  { title: "Biome", run: () => check("biome", ["ci", "--error-on-warnings"]) },
  { title: "TypeScript", run: () => check("tsc", ["--noEmit"]) },
  {
    title: "import rules (dependency-cruiser)",
    run: () => check("depcruise", ["--config", RULES, "app", "prisma", "scripts", "tests"]),
  },
  { title: "やさしい日本語 (lint:easy)", run: () => check(process.execPath, [join("scripts", "lint-easy.ts")]) },
  { title: "unused code (knip)", run: () => check("knip", ["--no-progress"]) },
  // before the tests, because those under tests/routes ask the built product
  { title: "build", run: () => check(process.execPath, [join("scripts", "setup.mjs"), "start"]) },
  { title: "unit and integration tests (vitest)", run: runUnitTests },
  ...(onlyValidate ? [] : [{ title: "browser tests (Playwright)", run: runBrowserTests }]),
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const total: Count = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const { title, run } of steps) {
  console.log(`\n▸ ${title}`);
  const start = Date.now();
  const count = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failedSteps.push(title);
  console.log(`${count.failed > 0 ? "✗" : "✓"} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (title === "build" && count.failed > 0) break;
}

if (failedSteps.length > 0) console.log(`\nfailed: ${failedSteps.join(", ")}`);
console.log(`\ntests: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = failedSteps.length > 0 ? 1 : 0;

/** Runs a program with its output shown. @returns its exit code */
function execute(program: string, options: string[], extra: Record<string, string> = {}): Promise<number> {
  return new Promise((resolveCode, reject) => {
    const child = spawn(program, options, {
      // The programs in `.bin` say `env node`, which must find the project's Node and not the machine's.
      env: {
        ...process.env,
        PATH: `${programs}${delimiter}${process.env.PATH ?? ""}`,
        // CI keeps what is printed as plain text
        ...(process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined }),
        ...extra,
      },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) => resolveCode(code ?? 1));
  });
}

async function check(program: string, options: string[]): Promise<Count> {
  return { passed: 0, failed: (await execute(program, options)) === 0 ? 0 : 1 };
}

async function runUnitTests(): Promise<Count> {
  try {
    // Before the tests, which run side by side; those that need it say by themselves when it is missing.
    findDovecot();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
  const code = await execute("vitest", ["run", ...reporters]);
  const report = readReport<{ numPassedTests: number; numTotalTests: number }>(UNIT_REPORT);
  return atLeastOneFailure(code, report.numPassedTests, report.numTotalTests);
}

async function runBrowserTests(): Promise<Count> {
  const chromium = await findChromium();
  const code = await execute("playwright", ["test"], { CHROMIUM_PATH: chromium, E2E_REPORT: BROWSER_REPORT });
  // A test that passed at its second attempt is "flaky": not a pass.
  const { stats } = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(BROWSER_REPORT);
  return atLeastOneFailure(code, stats.expected, stats.expected + stats.unexpected + stats.flaky + stats.skipped);
}

function readReport<T>(file: string): T {
  if (!existsSync(file)) throw new Error(`${file} がありません / the tests ended without a report`);
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** A file that does not load fails the run without any test of its own; no test at all is a failure as well. */
function atLeastOneFailure(code: number, passed: number, all: number): Count {
  const failed = all - passed;
  return { passed, failed: code !== 0 || all === 0 ? Math.max(failed, 1) : failed };
}
