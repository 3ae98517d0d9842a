import type { Page, Response } from "@playwright/test";
import { locales } from "#app/domain/shared/localized-text.ts";
import { localizedPath, paths, splitLocale } from "#app/routes/paths.ts";
import { deskEntryRoutes, deskRoutes, publicRoutes, type RouteEntry } from "#app/routes/table.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { confirmIdea, sendIdea } from "../support/send-idea.ts";
import {
  countsLine,
  linksOf,
  problemsInForcedColours,
  problemsOfHtml,
  problemsOfOpenPage,
} from "./support/page-check.ts";
import { routeOf } from "./support/route-of.ts";
import { addSamplesTo, type SampleLinks } from "./support/samples.ts";
import { addWaitingReply, expect, letTrustedPublish, type Site, test } from "./support/site.ts";

/*
 * Every page as a browser gets it, with the samples in it: found by following the links of the site itself, so that a link to nowhere and a
 * page nobody links to are found too.
 */

/** The HTML of a mail, which is written for mail programs: `render-mail.test.ts` says what must be right in it. */
const isMail = (address: string) => /^\/desk\/mail\/templates\/[^/?]+\/html\b/.test(address);

/** Opens a page and says what is wrong with it. */
async function look(page: Page, address: string, status = 200): Promise<string[]> {
  const response = await page.goto(address);
  if (isMail(address)) return response?.status() === status ? [] : [`${address}: status ${response?.status()}`];
  return lookAt(page, response, address, status);
}

async function lookAt(page: Page, response: Response | null, address: string, status: number): Promise<string[]> {
  if (response?.status() !== status) return [`${address}: status ${response?.status()}`];
  const found = [...(await problemsOfHtml(await response.text())), ...(await problemsOfOpenPage(page))];
  return found.map((problem) => `${address}: ${problem}`);
}

const variedRoutes = ["proposals/:number", "desk/submissions/:number", "desk/comments/:number", "desk/mail/:id"];

type Walk = {
  table: RouteEntry[];
  inArea: (address: string) => boolean;
  skip?: RegExp;
  /** How many pages are opened of the routes that look different for each item: the first ones linked. Of every other route one. */
  variants: number;
  open?: (page: Page, address: string) => Promise<string[]>;
};

/** Follows every link from `start`. @returns what is wrong, and an address of each route it came to */
async function walk(
  page: Page,
  start: string[],
  { table, inArea, skip, variants, open = look }: Walk,
): Promise<{ problems: string[]; seen: Map<string, string[]> }> {
  const waiting = [...start];
  const known = new Set(waiting);
  const seen = new Map<string, string[]>();
  const problems: string[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = routeOf(table, splitLocale(address).path);
    if (kind === undefined) {
      problems.push(`${address}: linked, but there is no such page`);
      continue;
    }
    const opened = seen.get(kind) ?? [];
    if (opened.length >= (variedRoutes.includes(kind) ? variants : 1)) continue;
    seen.set(kind, [...opened, address]);
    problems.push(...(await open(page, address)));
    for (const link of await linksOf(page)) {
      if (known.has(link) || !inArea(link) || skip?.test(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return { problems, seen };
}

/** As {@link look}, for pages that somebody else was shown already: whether they open, and their HTML. */
async function glance(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(address);
  if (response?.status() !== 200) return [`${address}: status ${response?.status()}`];
  if (isMail(address)) return [];
  return (await problemsOfHtml(await response.text())).map((problem) => `${address}: ${problem}`);
}

// colours that still change are none of a look
test.use({ contextOptions: { reducedMotion: "reduce" } });

let links: SampleLinks;
let own: { receipt: string; tracked: string; confirmation: string; follow: string };

async function prepare(site: Site): Promise<void> {
  links = await addSamplesTo(site);
  await addWaitingReply(site.dataDir, "ご提案の件、担当で検討します。結論は来月お知らせします。\n\n行革担当\n");
  await letTrustedPublish(site.dataDir);
  const email = "unconfirmed@example.com";
  const fields = { title: "公園の水飲み場", body: "公園に水飲み場がほしいです。", email, consent: "on" };
  const { number, receiptPath } = await sendIdea(
    site.url,
    "collaboration",
    await confirmIdea(site.url, "collaboration", fields),
  );
  const receipt = await (await fetch(site.url + receiptPath)).text();
  const tracked = new RegExp(`/track/${number}/[0-9A-Z-]+`).exec(receipt)?.[0];
  if (!tracked) throw new Error("the receipt does not show the tracking address");
  const { mail } = await waitForMail(site.mail, { to: email });
  const confirmation = linkIn(mail, "/confirm/");
  own = { receipt: receiptPath, tracked, confirmation, follow: await askForNews(site) };
}

/** @returns the link of the mail that asks whether an address is to follow a search */
async function askForNews(site: Site): Promise<string> {
  const email = "reader@example.com";
  await fetch(site.url + paths.followSearch({ q: "バス" }), {
    method: "POST",
    body: new URLSearchParams({ email, pace: "DAILY" }),
  });
  const { mail } = await waitForMail(site.mail, { to: email });
  return linkIn(mail, "/follow/");
}

/** The pages behind that link, to which only mails lead. */
async function followPages(page: Page, path: (address: string) => string): Promise<string[]> {
  const { pathname } = new URL(own.follow);
  const problems = await look(page, path(pathname));
  const confirm = page.locator("main form button");
  if ((await confirm.count()) > 0) await confirm.click();
  problems.push(...(await look(page, path(pathname))));
  const settings = await page.locator('main a[href*="/follows/"]').getAttribute("href");
  problems.push(...(await look(page, settings ?? "")));
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator('main button[name="act"][value="address"]').click();
  problems.push(...(await lookAt(page, await answered, `${settings} (problems)`, 400)));
  problems.push(...(await look(page, `${settings}/stop/daily`)));
  problems.push(...(await look(page, `${settings}/stop/${crypto.randomUUID()}`)));
  return problems;
}

test.setTimeout(300_000);

test.beforeAll(async ({ site }) => {
  await prepare(site);
});

test.afterAll(() => console.log(countsLine()));

test("key pages are readable in the colours that people set in their system", async ({ page }) => {
  const problems: string[] = [];
  for (const address of [
    "/",
    "/themes/collaboration",
    "/proposals",
    paths.newProposal("collaboration", "partnership"),
    own.tracked,
  ]) {
    await page.goto(address);
    problems.push(...(await problemsInForcedColours(page)).map((problem) => `${address}: ${problem}`));
  }
  expect(problems).toEqual([]);
});

for (const locale of locales) {
  test(`public pages (${locale}) are accessible, valid, narrow enough and lead nowhere else`, async ({ page }) => {
    const start = [paths.home(), own.tracked, own.receipt].map((path) => localizedPath(locale, path));
    const { problems, seen } = await walk(page, start, {
      table: publicRoutes,
      inArea: (address) => splitLocale(address).locale === locale,
      skip: /^\/desk/,
      variants: locale === "ja" ? 4 : 1,
    });
    const [proposal = ""] = seen.get("proposals/:number") ?? [];
    problems.push(...(await look(page, `${proposal}/comments/new`)));
    const { pathname: confirmation } = new URL(own.confirmation);
    problems.push(...(await look(page, localizedPath(locale, confirmation))));
    problems.push(...(await followPages(page, (address) => localizedPath(locale, address))));
    problems.push(...(await look(page, localizedPath(locale, "/nowhere"), 404)));
    problems.push(...(await formPages(page, localizedPath(locale, paths.newProposal("collaboration", "partnership")))));
    problems.push(...(await formPages(page, localizedPath(locale, paths.newThemeComment("collaboration")))));
    expect(problems).toEqual([]);
    // mails lead to the first four; the next two are shown to some authors alone; the last stands as a form on the proposal's own page
    const unlinked = [
      "confirm/:token",
      "follow/:token",
      "follows/:token",
      "follows/:token/stop/:what",
      "track/:number/:key/revise",
      "track/:number/:key/appeal",
      "proposals/:number/comments/new",
    ];
    expect(publicRoutes.map(({ path }) => path).filter((path) => !seen.has(path) && !unlinked.includes(path))).toEqual(
      [],
    );
  });
}

/** The form that came back with what is missing. */
async function formPages(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator('button[name="intent"][value="confirm"]').click();
  return lookAt(page, await answered, `${address} (problems)`, 400);
}

const deskTable = [...deskRoutes, ...deskEntryRoutes];
const desk = {
  table: deskTable,
  inArea: (address: string) => address.startsWith("/desk"),
};

test("pages before the desk are accessible, valid and narrow enough", async ({ page }) => {
  const problems: string[] = [];
  for (const language of ["ja", "en"]) {
    problems.push(...(await look(page, `${paths.deskSignIn()}?lang=${language}`)));
    problems.push(...(await look(page, `${links.administrator}?lang=${language}`)));
    problems.push(...(await look(page, `${paths.deskInvitation("unknown")}?lang=${language}`, 404)));
    problems.push(...(await look(page, `${paths.answer("unknown")}?lang=${language}`, 404)));
  }
  expect(problems).toEqual([]);
});

/** The steps from choosing in the queue to a run, to which only forms lead. Leaves a run behind, for the list of runs to lead to. */
async function runPages(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const press = async (intent: string, name: string, status: number) => {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator(`main button[name="intent"][value="${intent}"]`).click();
    problems.push(...(await lookAt(page, await answered, `${paths.deskNewRun()} (${name})`, status)));
  };
  await page.goto(`${paths.desk()}?view=pending`);
  await press("choose", "nothing chosen", 400);
  await page.goto(`${paths.desk()}?view=pending`);
  await page.locator('input[name="scope"][value="page"]').check();
  await press("choose", "chosen", 200);
  await press("confirm", "problems", 400);
  await page.locator('input[name="decision"][value="APPROVE"]').check();
  await press("confirm", "preview", 200);
  await page.goto(`${paths.desk()}?view=pending&kind=COMMENT`);
  await page.locator('input[name="item"]').first().check();
  await page.locator('main button[name="intent"][value="choose"]').click();
  await page.locator('input[name="decision"][value="APPROVE"]').check();
  await page.locator('main button[name="intent"][value="confirm"]').click();
  await page.locator('main button[name="intent"][value="send"]').click();
  await expect(page).toHaveURL(/\/desk\/runs\/[0-9a-f-]{36}$/);
  return problems;
}

test("the desk is accessible, valid and narrow enough, in both its languages", async ({ page }) => {
  // more pages than all other walks, twice
  test.setTimeout(600_000);
  await page.goto(links.administrator);
  await page.locator("main form button").first().click();
  await expect(page).toHaveURL(/\/desk$/);
  expect(await runPages(page)).toEqual([]);
  // the language stays with the account: Japanese last, for whoever signs in to it after this
  for (const language of ["en", "ja"]) {
    await page.locator(`header button[name="locale"][value="${language}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.goto(paths.deskDirectory());
    const someDesk = await page.locator('main table a[href^="/desk/directory/desks/"]').first().getAttribute("href");
    const { problems, seen } = await walk(
      page,
      [
        ...[paths.desk(), paths.deskSecondFactor(), paths.deskNewRun(), `${paths.deskRuns()}?list=all`],
        `${someDesk}/hand-over`,
      ],
      {
        ...desk,
        variants: language === "ja" ? 4 : 1,
      },
    );
    problems.push(...(await look(page, paths.deskSubmission("R8-9999"), 404)));
    expect(problems).toEqual([]);
    // what is downloaded is no page
    const pages = deskRoutes.map(({ path }) => path).filter((path) => !path.endsWith("/raw"));
    expect(pages.filter((path) => !seen.has(path))).toEqual([]);
  }
});

for (const who of ["officer", "viewer"] as const) {
  test(`the desk of the ${who} is valid and links to nothing they may not open`, async ({ page }) => {
    await page.goto(links[who]);
    await page.locator("main form button").first().click();
    await expect(page).toHaveURL(/\/desk$/);
    const { problems } = await walk(page, [paths.desk()], { ...desk, variants: 4, open: glance });
    expect(problems).toEqual([]);
  });
}
