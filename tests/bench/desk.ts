/*
 * `npm run bench:desk`: how long the desk lets moderators wait, with 1,000 and with 100,000 submissions of which a tenth waits, against the built
 * product on its embedded database. Eight moderators sign in and work at once, as people do who are in a hurry (one to two seconds between
 * acts); a second table has them work without a pause, which no person does, to show where the limit lies. Prints what each kind of page took
 * and by how much that grew; fails where queue pages, items or decisions take longer than the limit at the 99th percentile, and so any kind of them
 * that was asked for often enough, or on any error.
 *
 * Times are taken on the loopback interface, from the request to the last byte of the answer: what the server takes, with the time a request
 * waits for others, and what the load itself takes of the machine. `-- --detail` tells every heap, filter and search apart.
 */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { judgeArrival, keepFlags } from "#app/domain/flag/judge-text.server.ts";
import { runPromiseClock } from "#app/domain/handling/run-promise-clock.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { disconnect, setDatabaseUrl } from "#app/platform/database/client.server.ts";
import { startEmbedded, stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { paths } from "#app/routes/paths.ts";
import { codeAt, goodPassword, type MadeAccount, makeAccount } from "../support/factories/staff-rows.ts";
import { randomFrom } from "../support/random.ts";
import { type RunningApp, startApp } from "../support/running-app.ts";
import { type DeskBrowser, type Measured, openBrowser } from "./desk-browser.ts";
import { type Known, type Think, walkDesk } from "./desk-walk.ts";
import { copiedBody, loadDesk, printFor } from "./load-desk.ts";

const sizes = (process.env.BENCH_SIZES ?? "1000,100000").split(",").map(Number);
const waitingShare = 0.1;
const moderators = 8;
const seconds = Number(process.env.BENCH_SECONDS ?? 180);
const paces: { name: string; think: Think; seconds: number }[] = [
  { name: "eight people in a hurry: 1 to 2 s between acts", think: { least: 1_000, most: 2_000 }, seconds },
  { name: "no pause at all: what no person does", think: { least: 0, most: 0 }, seconds: seconds / 6 },
];
/**
 * How long everybody works before it counts, in milliseconds: a server that has just started compiles what it runs, and each of its connections
 * reads and plans each statement for the first times.
 */
const warmUp = 30_000;
/** Milliseconds within which 99 of 100 answers are there. */
const limit = 100;
/** What the limit is held by: what a moderator does, of every kind together. */
const judged: Record<string, string[]> = {
  "ALL QUEUE PAGES": ["heap", "heap, far down", "search", "filter"],
  "ALL ITEMS": ["item"],
  "ALL DECISIONS": ["confirm page", "decision, planned", "decision, at once", "arrangement"],
};
const isGroupOfDesk = (name: string) => Object.values(judged).some((groups) => groups.includes(name));
/** The 99th percentile of fewer answers is the slowest one; a group that has fewer is judged with those it belongs to. */
const enough = 100;
/** Refused for good reason: a colleague has the item or was faster; or what it should be brought together with is of another kind. */
const isRefused = ({ status, kind }: Measured) => status === 409 || (status === 400 && kind === "arrangement merge");

/** How finely the tables tell pages apart. */
type Level = "judged" | "group" | "kind";
const levels: Level[] = process.argv.includes("--detail") ? ["judged", "group", "kind"] : ["judged", "group"];

type Spread = { count: number; p50: number; p95: number; p99: number; max: number };

function spreadOf(measured: readonly Measured[]): Spread {
  const times = measured.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
  return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function judgedOf(measured: readonly Measured[]): Map<string, Spread> {
  const entries = Object.entries(judged).map(
    ([name, groups]) => [name, spreadOf(measured.filter(({ group }) => groups.includes(group)))] as const,
  );
  return new Map(entries.filter(([, { count }]) => count > 0));
}

function groupsOf(measured: readonly Measured[], by: Level): Map<string, Spread> {
  if (by === "judged") return judgedOf(measured);
  const names = [...new Set(measured.map((one) => one[by]))].sort();
  return new Map(names.map((name) => [name, spreadOf(measured.filter((one) => one[by] === name))]));
}

async function knownOf(client: pg.Client): Promise<Known> {
  const column = async (sql: string) =>
    (await client.query({ text: sql, rowMode: "array" })).rows.map(([value]) => String(value));
  const places = async (where: string) =>
    (
      await client.query(
        `SELECT "queuePlace"::text AS key, id FROM "Submission" WHERE ${where} ORDER BY md5(id::text) LIMIT 40`,
      )
    ).rows;
  const reason = async (decision: string) =>
    (
      await column(
        `SELECT key FROM "Reason" WHERE "isActive" AND '${decision}' = ANY(decisions::text[]) ORDER BY position LIMIT 1`,
      )
    )[0] ?? "";
  return {
    themes: await column(`SELECT DISTINCT "themeId" FROM "Submission" WHERE "themeId" IS NOT NULL`),
    desks: await column(
      `SELECT DISTINCT "handlingDeskId" FROM "Submission" WHERE "handlingDeskId" IS NOT NULL LIMIT 10`,
    ),
    reasons: { return: await reason("RETURN"), decline: await reason("DECLINE") },
    places: { all: await places("true"), pending: await places("review = 'PENDING'") },
    numbers: await column(
      `SELECT number FROM "Submission" WHERE review = 'PUBLISHED' AND kind = 'IDEA' ORDER BY md5(id::text) LIMIT 40`,
    ),
    copiedPrint: printFor(copiedBody) ?? "",
  };
}

/** Signs in with password and second factor, as a person does. */
async function signIn(browser: DeskBrowser, { email, totpSecret }: MadeAccount): Promise<void> {
  const asked = { group: "sign-in", kind: "sign-in" };
  const half = await browser.post(paths.deskSignIn(), { email, password: goodPassword }, asked);
  const whole = await browser.post(half.location ?? "", { code: codeAt(totpSecret, new Date()) }, asked);
  if (whole.location !== paths.desk())
    throw new Error(`nobody is signed in: ${half.status}, ${whole.status} ${whole.location}`);
}

/** `late`: how many milliseconds this process itself was late at most, which every time that was just being taken holds too. */
type Worked = { measured: Measured[]; cpuPerRequest: number; late: number };

/** Everybody works for so long, and decides at once in the second half. @returns what was measured, without the first seconds */
async function work(
  app: RunningApp,
  client: pg.Client,
  accounts: MadeAccount[],
  known: Known,
  pace: (typeof paces)[number],
): Promise<Worked> {
  const measured: Measured[] = [];
  const browsers = accounts.map((_, index) =>
    openBrowser(app.url, `192.0.2.${index + 1}`, (one) => measured.push(one)),
  );
  await Promise.all(accounts.map((account, index) => browsers[index] && signInOnce(browsers[index], account)));
  const end = Date.now() + warmUp + pace.seconds * 1_000;
  let isAtOnce = false;
  await setUndo(client, null);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const forget = pause(warmUp).then(async () => {
    measured.splice(0);
    delay.enable();
    return cpuSeconds(app);
  });
  const half = pause(warmUp + pace.seconds * 500).then(async () => {
    await setUndo(client, 0);
    isAtOnce = true;
  });
  await Promise.all(
    browsers.map(async (browser, index) => {
      const random = randomFrom(index * 31 + pace.think.most);
      await pause(random.integer(1_500));
      await walkDesk({
        browser,
        random,
        known,
        think: pace.think,
        isOver: () => Date.now() > end,
        isAtOnce: () => isAtOnce,
      });
      browser.close();
    }),
  );
  const cpu = (await cpuSeconds(app)) - (await forget);
  await half;
  delay.disable();
  return { measured, cpuPerRequest: (cpu * 1_000) / measured.length, late: delay.max / 1_000_000 };
}

/** Sets how long a decision can be taken back; null: as long as a city has that set nothing. */
async function setUndo(client: pg.Client, undo: number | null): Promise<void> {
  await client.query(`DELETE FROM "Setting" WHERE key = 'undoSeconds'`);
  if (undo !== null)
    await client.query(
      `INSERT INTO "Setting" (key, value, "updatedAt") VALUES ('undoSeconds', to_jsonb($1::int), now())`,
      [undo],
    );
}

/** Processor time of the web server and its worker so far, as it tells itself. */
async function cpuSeconds(app: RunningApp): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^sokaku_process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]);
}

/** A code works once: whoever signs in a second time within its half minute waits for the next. */
async function signInOnce(browser: DeskBrowser, account: MadeAccount): Promise<void> {
  const used = lastCodes.get(account.id);
  while (used !== undefined && codeAt(account.totpSecret, new Date()) === used) await pause(1_000);
  lastCodes.set(account.id, codeAt(account.totpSecret, new Date()));
  await signIn(browser, account);
}
const lastCodes = new Map<string, string>();

/** What looking for flags adds to something that arrives: a text nobody sent, and one that was sent many times. Nothing of it stays. */
async function timeFlags(client: pg.Client): Promise<Measured[]> {
  const { rows } = await client.query(`SELECT id FROM "Submission" ORDER BY md5(id::text) LIMIT 100`);
  const measured: Measured[] = [];
  for (const [index, { id }] of rows.entries()) {
    const isCopied = index % 2 === 0;
    const body = isCopied
      ? copiedBody
      : `${copiedBody}${randomUUID()} よろしくお願いします。電話は 0144-32-1234 です。 https://example.com/`;
    const context = { actor: anonymous, now: new Date(), locale: "ja" } as const;
    const rolledBack = new Error("nothing of it stays");
    await inTransaction(context, async (ctx) => {
      await ctx.tx.textPrint.deleteMany({ where: { submissionId: id } });
      const started = performance.now();
      const judgement = await judgeArrival(ctx, {
        texts: { title: "使用料のこと", body },
        body,
        mayBecomePublic: true,
        sender: "bench",
        emailAddressId: null,
      });
      await keepFlags(ctx, { type: "submission", id }, judgement);
      measured.push({
        group: "flags",
        kind: isCopied ? "a text sent many times" : "a new text",
        path: "",
        status: 0,
        ms: performance.now() - started,
      });
      throw rolledBack;
    }).catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  }
  return measured;
}

/**
 * A city that has kept its promises for years has sent what this morning asks for. That all of it is due on the first morning is the load's
 * doing, not the city's: it is written, and counts as sent. So is it that four years wait to be written to the disk and cleaned up after.
 */
async function passMorning(client: pg.Client): Promise<void> {
  await runPromiseClock(new Date());
  await client.query(
    `UPDATE "Mail" SET state = 'SENT', "sentAt" = now(), "nextAttemptAt" = NULL WHERE state = 'QUEUED'`,
  );
  await client.query(
    `SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs HAVING count(*) > 0`,
  );
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Result = { worked: Worked[]; flags: Measured[] };

async function measureSize(submissions: number): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "sokaku-bench-"));
  chmodSync(dataDir, 0o711);
  try {
    const cluster = await startEmbedded(dataDir);
    const options = {
      dataDir,
      databaseUrl: cluster.url,
      environment: { APP_SECRET: secret, TRUSTED_PROXIES: "127.0.0.1" },
    };
    // the first start migrates and loads the plan
    await (await startApp(options)).stop();
    setDatabaseUrl(cluster.url);
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    // in a process of its own: what is left of making so many rows would be cleared away while answers are timed
    const loading = await timed(async () =>
      execFileSync(process.execPath, [import.meta.filename, "--load", cluster.url, String(submissions)]),
    );
    await passMorning(client);
    const recounts: number[] = [];
    for (let run = 0; run < 3; run += 1) recounts.push(await timed(() => refreshFigures(new Date())));
    console.log(
      `${submissions.toLocaleString("en")} submissions loaded in ${(loading / 1000).toFixed(0)} s; figures counted in ${recounts.map((ms) => `${ms.toFixed(0)} ms`).join(", then ")}`,
    );
    const accounts: MadeAccount[] = [];
    for (let index = 0; index < moderators; index += 1) {
      accounts.push(await makeAccount({ role: "MODERATOR", secondFactor: true, name: `事務局${index + 1}` }));
    }
    const known = await knownOf(client);
    const app = await startApp(options);
    const worked: Worked[] = [];
    for (const pace of paces) worked.push(await work(app, client, accounts, known, pace));
    const flags = await timeFlags(client);
    await app.stop();
    await client.end();
    await disconnect();
    await cluster.release();
    return { worked, flags };
  } finally {
    await disconnect();
    await stopEmbedded(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const secret = "a secret of the bench, which is known to everybody";
process.env.APP_SECRET = secret;

async function load(url: string, submissions: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await loadDesk(client, { submissions, waiting: submissions * waitingShare }, new Date());
  await client.end();
}

const [, , task, url = "", count] = process.argv;
if (task === "--load") {
  await load(url, Number(count));
  process.exit();
}

const results: Result[] = [];
for (const size of sizes) results.push(await measureSize(size));

const problems: string[] = [];
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
for (const [place, pace] of paces.entries()) {
  const isJudged = pace.think.most > 0;
  const all = results.map((result) => result.worked[place]?.measured ?? []);
  const rate = all.map((measured) => (measured.length / pace.seconds).toFixed(1)).join(" and ");
  const cpu = results.map((result) => ms(result.worked[place]?.cpuPerRequest ?? 0)).join(" and ");
  const late = results.map((result) => ms(result.worked[place]?.late ?? 0)).join(" and ");
  console.log(
    `\n${pace.name} (${rate} requests/s; ${cpu} ms of processor time of the server each; the load itself was late by up to ${late} ms)\n`,
  );
  console.log("| page | submissions | count | p50 ms | p95 ms | p99 ms | max ms | p50 grew |");
  console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
  for (const by of levels) {
    const groups = all.map((measured) => groupsOf(measured, by));
    for (const name of new Set(groups.flatMap((group) => [...group.keys()]))) {
      for (const [index, size] of sizes.entries()) {
        const spread = groups[index]?.get(name);
        if (!spread) continue;
        const first = groups[0]?.get(name);
        const grew = index > 0 && first ? `${(spread.p50 / first.p50).toFixed(2)} ×` : "";
        const figures = [spread.p50, spread.p95, spread.p99, spread.max].map(ms).join(" | ");
        console.log(`| ${name} | ${size.toLocaleString("en")} | ${spread.count} | ${figures} | ${grew} |`);
        const isLimited = by === "judged" || (isGroupOfDesk(name) && by === "group" && spread.count >= enough);
        if (isJudged && isLimited && spread.p99 > limit) {
          problems.push(
            `${name} at ${size.toLocaleString("en")}: ${ms(spread.p99)} ms at the 99th percentile, more than ${limit}`,
          );
        }
      }
    }
  }
  for (const measured of all) {
    const errors = measured.filter((one) => one.status >= 400 && !isRefused(one));
    console.log(`\n${measured.filter(isRefused).length} refused for good reason; ${errors.length} errors`);
    problems.push(...new Set(errors.map(({ status, kind, path }) => `${status} at ${kind}, ${path.slice(0, 200)}`)));
  }
}

console.log("\nwhat looking for flags adds to something that arrives\n");
console.log("| text | prints | p50 ms | p99 ms |");
console.log("|---|---:|---:|---:|");
for (const [index, size] of sizes.entries()) {
  for (const [kind, { p50, p99 }] of groupsOf(results[index]?.flags ?? [], "kind")) {
    console.log(`| ${kind} | ${size.toLocaleString("en")} | ${ms(p50)} | ${ms(p99)} |`);
  }
}
if (problems.length > 0) {
  console.error(`\n${problems.join("\n")}`);
  process.exitCode = 1;
}
