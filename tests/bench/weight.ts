/*
 * `npm run bench:weight`: what a page costs somebody on a slow line. Opens every public page of the built product, filled with the samples, in
 * a browser that keeps nothing, on a phone of 360 px with a slow processor and line, and each Japanese page on a wide screen too. Prints what came over
 * the wire and fails above a limit. `-- /proposals /help` weighs these alone. KB are 1,000 bytes of bodies as compressed, without HTTP headers. The favicon is told apart: browsers
 * fetch it after the page, once for the whole site.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type Browser, chromium, type Page, type Request } from "@playwright/test";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { publicRoutes } from "#app/routes/table.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { linksOf } from "../e2e/support/page-check.ts";
import { routeOf } from "../e2e/support/route-of.ts";
import { addSamplesTo } from "../e2e/support/samples.ts";
import { startApp } from "../support/running-app.ts";
import { sentPages } from "../support/send-idea.ts";

/** Bytes of everything a page needs. Home and pages with charts may weigh more than pages of text. */
const limits = { text: 15_000, charts: 25_000 };
const mostRequests = 3;
/** A share of the screen times a share of the way; below it nobody sees anything: the foot of a short page grows while it is still being read. */
const mostShift = 0.005;
/** How many pages are weighed of a route that looks different for each item. */
const variants = 4;

type Screen = { viewport: { width: number; height: number }; isSlow: boolean };
const screens: (Screen & { name: string; languages: readonly Locale[] })[] = [
  { name: "phone", viewport: { width: 360, height: 740 }, isSlow: true, languages: locales },
  { name: "wide", viewport: { width: 1280, height: 900 }, isSlow: false, languages: ["ja"] },
];

type Weight = {
  html: number;
  css: number;
  script: number;
  other: number;
  favicon: number;
  hasCharts: boolean;
  requestsBeforePaint: number;
  blocking: string[];
  shift: number;
  moved: string;
};

const kindOf = (request: Request): "html" | "css" | "script" | "favicon" | "other" => {
  if (new URL(request.url()).pathname.startsWith("/favicon")) return "favicon";
  switch (request.resourceType()) {
    case "document":
      return "html";
    case "stylesheet":
      return "css";
    case "script":
      return "script";
    default:
      return "other";
  }
};

/** A screen on which pages are loaded as by somebody who was never here: nothing is kept from page to page. */
async function openScreen(browser: Browser, baseURL: string, screen: Screen): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: screen.viewport, locale: "ja-JP" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (screen.isSlow) {
    // 1.6 Mbit/s with 150 ms there and back, a processor a fourth as fast: an old phone outside the town
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 93_750,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.addInitScript(watchShifts);
  return page;
}

/** How long a page may take to be compressed as small as it gets; then it is weighed as it is. */
const mostWait = 5_000;

/**
 * A page that is read at all is kept, and from its second reader on compressed as small as it gets, beside other work; what is weighed is what
 * the readers after that get. Waits until it is so small. Pages of one person are never kept and never get there.
 */
async function warm(url: string): Promise<void> {
  const plain = await (await fetch(url, { headers: { "accept-encoding": "identity" } })).arrayBuffer();
  const smallest = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
    },
  }).byteLength;
  const until = Date.now() + mostWait;
  for (let isSmall = false; !isSmall && Date.now() < until; ) {
    const response = await fetch(url, { headers: { "accept-encoding": "br" } });
    await response.arrayBuffer();
    isSmall = Number(response.headers.get("content-length")) <= smallest;
    if (response.headers.get("cache-control")?.includes("no-store")) return;
  }
}

/** Loads a page and sums up what it took. @throws Error when it does not open */
async function weigh(page: Page, address: string): Promise<Weight> {
  const requests: Request[] = [];
  const note = (request: Request) => requests.push(request);
  page.on("requestfinished", note);
  const response = await page.goto(address);
  if (response?.status() !== 200) throw new Error(`${address}: status ${response?.status()}`);
  // what is only fetched when it comes into view belongs to the page
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForLoadState("networkidle");
  page.off("requestfinished", note);
  const sums = { html: 0, css: 0, script: 0, other: 0, favicon: 0 };
  for (const request of requests) sums[kindOf(request)] += (await request.sizes()).responseBodySize;
  return { ...sums, ...(await page.evaluate(readTimings)) };
}

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
type WatchedWindow = Window & { shifts: { value: number; what: string }[] };

/** Runs in the page: notes what moved after it was drawn, and how far (https://wicg.github.io/layout-instability/). */
function watchShifts(): void {
  const watched = window as unknown as WatchedWindow;
  watched.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      const what = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 60) : node?.nodeName));
      watched.shifts.push({ value, what: what.join(" ") });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Runs in the page. */
function readTimings(): Pick<Weight, "hasCharts" | "requestsBeforePaint" | "blocking" | "shift" | "moved"> {
  const resources = performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
    renderBlockingStatus: string;
  })[];
  const [painted] = performance.getEntriesByName("first-paint");
  const { shifts } = window as unknown as WatchedWindow;
  return {
    hasCharts: document.querySelector("main figure svg") !== null,
    requestsBeforePaint:
      1 +
      resources.filter(
        ({ name, startTime }) => !name.includes("/favicon") && startTime < (painted?.startTime ?? Infinity),
      ).length,
    blocking: resources
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking")
      .map(({ name }) => new URL(name).pathname),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.map(({ what }) => what).join("; "),
  };
}

/** Addresses of public pages without language prefix, found by following the site's own links. */
async function discover(page: Page, start: string[]): Promise<string[]> {
  const waiting = [...start];
  const known = new Set(waiting);
  const chosen = new Map<string, string[]>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routeOf(publicRoutes, address);
    if (route === undefined) continue;
    const same = chosen.get(route) ?? [];
    if (same.length >= (/^(themes\/:slug|proposals\/:number)$/.test(route) ? variants : 1)) continue;
    chosen.set(route, [...same, address]);
    await page.goto(address);
    for (const link of await linksOf(page)) {
      if (known.has(link) || /^\/(desk|easy|en)(\/|$)/.test(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return [...chosen.values()].flat().sort();
}

function excessOf(found: Weight, total: number, limit: number): string[] {
  const excess: string[] = [];
  if (total > limit) excess.push(`${kb(total)} KB, more than ${kb(limit)}`);
  if (found.requestsBeforePaint > mostRequests)
    excess.push(`${found.requestsBeforePaint} requests before the first paint`);
  if (found.blocking.length > 1 || found.blocking.some((path) => !path.endsWith(".css")))
    excess.push(`rendering waits for ${found.blocking.join(", ")}`);
  if (found.shift > mostShift) excess.push(`moves by ${found.shift.toFixed(4)} after it is drawn: ${found.moved}`);
  return excess;
}

const shown = (address: string) => address.replace(/\?receipt=.*/, "").replace(/^(\/track\/[^/]+)\/[^/]+/, "$1/…");
const kb = (bytes: number) => (bytes / 1000).toFixed(1);

const dataDir = mkdtempSync(join(tmpdir(), "sokaku-weight-"));
chmodSync(dataDir, 0o711);
const excess: string[] = [];
try {
  const app = await startApp({ dataDir });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    await addSamplesTo({ url: app.url, dataDir });
    const own = await sentPages(app.url);
    const context = await browser.newContext({ baseURL: app.url });
    const wanted = process.argv.slice(2);
    const addresses = (await discover(await context.newPage(), [paths.home(), ...own])).filter(
      (address) => wanted.length === 0 || wanted.includes(address),
    );
    await context.close();

    console.log(`KB on the wire, an empty cache; limits ${kb(limits.text)} (home and charts ${kb(limits.charts)})\n`);
    console.log(
      "| page | language | screen | HTML | CSS | script | other | in all | before paint | blocking | shift |",
    );
    console.log("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let loads = 0;
    let heaviest = 0;
    let favicon = 0;
    for (const { name, languages, ...screen } of screens) {
      const page = await openScreen(browser, app.url, screen);
      for (const locale of languages) {
        for (const address of addresses) {
          await warm(`${app.url}${localizedPath(locale, address)}`);
          const found = await weigh(page, localizedPath(locale, address));
          const total = found.html + found.css + found.script + found.other;
          const limit = address === paths.home() || found.hasCharts ? limits.charts : limits.text;
          excess.push(...excessOf(found, total, limit).map((one) => `${shown(address)} (${locale}, ${name}): ${one}`));
          loads += 1;
          heaviest = Math.max(heaviest, total / limit);
          favicon = Math.max(favicon, found.favicon);
          const sizes = [found.html, found.css, found.script, found.other, total].map(kb);
          const cells = [shown(address), locale, name, ...sizes, found.requestsBeforePaint, found.blocking.length];
          console.log(`| ${cells.join(" | ")} | ${found.shift.toFixed(3)} |`);
        }
      }
      await page.context().close();
    }
    console.log(
      `\n${addresses.length} pages, ${loads} loads; the heaviest uses ${Math.round(heaviest * 100)} % of its limit; favicon ${kb(favicon)} KB`,
    );
  } finally {
    await browser.close();
    await app.stop();
  }
} finally {
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

if (excess.length > 0) {
  console.error(`\n${excess.join("\n")}`);
  process.exitCode = 1;
}
