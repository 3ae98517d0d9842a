/*
 * `npm run bench`: requests per second and latency of the four pages people read most, at 1,000 and at 100,000 published proposals, against the
 * built product on its embedded database. "made anew" asks each time for an address nobody asked for before, so that the page is read from
 * the database and rendered; "kept" is what readers of one page get from memory. Prints a table; fails if a page made anew slows down by
 * more than 1.5 × between the two sizes, or on any error. Each figure is the median of three rounds.
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
const ways = ["made anew", "kept"] as const;
const connections = 16;
const rounds = 3;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const allowedSlowdown = 1.5;

type Figure = { rate: number; p50: number; p99: number; errors: number };

async function measure(url: string, way: (typeof ways)[number]): Promise<Figure> {
  const options = way === "kept" ? { url } : { url: `${url}?bench=[<id>]`, idReplacement: true };
  await autocannon({ ...options, connections, duration: 2 });
  const figures: Figure[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { requests, latency, errors, timeouts, non2xx } = await autocannon({
      ...options,
      connections,
      duration: seconds,
    });
    figures.push({ rate: requests.average, p50: latency.p50, p99: latency.p99, errors: errors + timeouts + non2xx });
  }
  const [, middle] = figures.toSorted((one, other) => one.rate - other.rate);
  if (!middle) throw new Error("nothing was measured");
  return { ...middle, errors: figures.reduce((sum, figure) => sum + figure.errors, 0) };
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
      for (const page of pages) {
        for (const way of ways)
          figures.set(`${page.name} ${way} ${size}`, await measure(`${app.url}${page.path}`, way));
      }
    } finally {
      await app.stop();
    }
  }
  await cluster.release();
} finally {
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

let broken = false;
console.log(`\n${connections} connections, median of ${rounds} rounds of ${seconds} s\n`);
console.log("| page | | proposals | requests/s | p50 ms | p99 ms | errors | slower by |");
console.log("|---|---|---:|---:|---:|---:|---:|---:|");
for (const way of ways) {
  for (const { name } of pages) {
    const first = figures.get(`${name} ${way} ${sizes[0]}`);
    for (const size of sizes) {
      const figure = figures.get(`${name} ${way} ${size}`);
      if (!first || !figure) throw new Error(`${name} was not measured`);
      const slowdown = first.rate / figure.rate;
      if ((way === "made anew" && slowdown > allowedSlowdown) || figure.errors > 0) broken = true;
      console.log(
        `| ${name} | ${way} | ${size.toLocaleString("en")} | ${figure.rate.toFixed(0)} | ${figure.p50} | ${figure.p99} | ${figure.errors} | ${slowdown.toFixed(2)} × |`,
      );
    }
  }
}
if (broken) {
  console.error(`\na page made anew slows down by more than ${allowedSlowdown} ×, or answered with errors`);
  process.exitCode = 1;
}
