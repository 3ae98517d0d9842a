/*
 * `npm run bench`: requests per second and p99 of the four pages people read most, at 1,000 and at 100,000 published proposals, against the
 * built product on its embedded database. Prints a table; fails if a page slows down by more than 1.5 × between the two sizes.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { startEmbedded, stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { startApp } from "../support/running-app.ts";
import { loadProposals } from "./load-proposals.ts";

const sizes = [1_000, 100_000];
const pages = [
  { name: "home", path: "/" },
  { name: "theme", path: "/themes/collaboration" },
  { name: "list", path: "/proposals" },
  { name: "proposal", path: "/proposals/R2-0500" },
];
const connections = 16;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const allowedSlowdown = 1.5;

type Figure = { rate: number; p50: number; p99: number; errors: number };

async function measure(url: string): Promise<Figure> {
  await autocannon({ url, connections, duration: 2 });
  const result = await autocannon({ url, connections, duration: seconds });
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}

const dataDir = mkdtempSync(join(tmpdir(), "sokaku-bench-"));
chmodSync(dataDir, 0o711);
const figures = new Map<string, Figure>();
try {
  const cluster = await startEmbedded(dataDir);
  // the first start migrates and loads the plan
  await (await startApp({ dataDir, databaseUrl: cluster.url })).stop();
  for (const size of sizes) {
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    console.log(`loading ${size.toLocaleString("en")} published proposals …`);
    await loadProposals(client, size);
    await client.end();
    const app = await startApp({ dataDir, databaseUrl: cluster.url, arguments: ["--only=web"] });
    try {
      for (const page of pages) figures.set(`${page.name} ${size}`, await measure(`${app.url}${page.path}`));
    } finally {
      await app.stop();
    }
  }
  await cluster.release();
} finally {
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

let slow = false;
console.log(`\n${connections} connections, ${seconds} s each\n`);
console.log("| page | proposals | requests/s | p50 ms | p99 ms | errors | slower by |");
console.log("|---|---:|---:|---:|---:|---:|---:|");
for (const { name } of pages) {
  const first = figures.get(`${name} ${sizes[0]}`);
  for (const size of sizes) {
    const figure = figures.get(`${name} ${size}`);
    if (!first || !figure) throw new Error(`${name} was not measured`);
    const slowdown = first.rate / figure.rate;
    if (slowdown > allowedSlowdown || figure.errors > 0) slow = true;
    console.log(
      `| ${name} | ${size.toLocaleString("en")} | ${figure.rate.toFixed(0)} | ${figure.p50} | ${figure.p99} | ${figure.errors} | ${slowdown.toFixed(2)} × |`,
    );
  }
}
if (slow) {
  console.error(`\na page slows down by more than ${allowedSlowdown} × or answered with errors`);
  process.exitCode = 1;
}
