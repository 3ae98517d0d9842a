/*
 * `npm run shots`: pictures of the design system and of all key pages, with the samples in them, at 360, 768 and 1,280 px in every look; to
 * look at, and compared with the last run. Not a test: browsers and fonts differ between machines.
 *
 * npm run shots -- [words of an address …] [--look=dark,contrast] [--width=360]
 *
 * Writes var/shots/<time>/<look>-<width>/<page>.png and var/shots/<time>/index.html, and keeps the last three runs.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { displayCookie, displayValue, type Look, looks, type TextSize } from "#app/domain/shared/display.ts";
import { stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { paths } from "#app/routes/paths.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { addSamplesTo } from "../e2e/support/samples.ts";
import { addWaitingReply } from "../e2e/support/site.ts";
import { linkIn, startMailServer, type TestMailServer, waitForMail } from "../support/mail.ts";
import { startApp } from "../support/running-app.ts";
import { sentPages } from "../support/send-idea.ts";

const folder = join("var", "shots");
const runsKept = 3;
/** A share of the pixels; fewer differ where a browser smooths letters another way. */
const sameEnough = 0.001;

type Style = { name: string; look: Look; size: TextSize; furigana: boolean };
const styles: Style[] = [
  ...looks.map((look) => ({ name: look as string, look, size: 100 as const, furigana: false })),
  { name: "large", look: "standard", size: 200, furigana: false },
  { name: "furigana", look: "standard", size: 100, furigana: true },
];

const listOf = (option: string) =>
  process.argv
    .find((argument) => argument.startsWith(`--${option}=`))
    ?.slice(option.length + 3)
    .split(",");
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const wantedLooks = listOf("look");
const widths = (listOf("width") ?? ["360", "768", "1280"]).map(Number);

/** A proposal of the samples that was answered, and one page of each kind. */
async function publicAddresses(page: Page): Promise<string[]> {
  await page.goto(`${paths.proposals()}?sort=answered`);
  const proposal = await page.locator('main a[href*="/proposals/R"]').first().getAttribute("href");
  return [
    paths.home(),
    "/easy",
    "/en",
    paths.themes(),
    paths.theme("collaboration"),
    paths.themeProposals("service-evolution"),
    paths.newProposal("collaboration", "idea"),
    paths.newProposal("collaboration", "partnership"),
    paths.paperForm("collaboration"),
    paths.proposals(),
    proposal ?? paths.proposals(),
    paths.contact(),
    paths.contactDesk("gyokaku"),
    paths.newThemeComment("collaboration"),
    `${proposal}/comments/new`,
    `${proposal}/report`,
    `${proposal}/follow`,
    paths.followTheme("collaboration"),
    paths.followSearch({ q: "公園" }),
    paths.track(),
    paths.search("窓口"),
    paths.search("見つからない言葉"),
    paths.plan(),
    paths.transparency(),
    paths.accessibility(),
    paths.accessibilityResults(),
    paths.help(),
    paths.guidelines(),
    paths.privacy(),
    paths.display(),
    "/no-such-page",
  ];
}

async function deskAddresses(page: Page): Promise<string[]> {
  /** The first page of a kind that a list leads to. */
  const first = async (list: string, pattern: string, within = "main") => {
    await page.goto(list);
    return (await page.locator(`${within} a[href*="${pattern}"]`).first().getAttribute("href")) ?? list;
  };
  const someDesk = await first(paths.deskDirectory(), "/desk/directory/desks/", "main table");
  return [
    paths.deskDesign(),
    paths.desk(),
    `${paths.desk()}?view=reported`,
    await first(paths.desk(), "/desk/submissions/R"),
    await first(`${paths.desk()}?view=overdue`, "/desk/submissions/R"),
    await first(`${paths.desk()}?view=pending&kind=COMMENT`, "/desk/comments/"),
    paths.deskEntry(),
    paths.deskRuns(),
    paths.deskFigures(),
    paths.deskInbox(),
    await first(paths.deskInbox(), "/desk/inbox/"),
    someDesk,
    `${someDesk}/hand-over`,
    paths.deskDirectoryImport(),
    paths.deskRules(),
    paths.deskTrusted(),
    paths.deskReasons(),
    paths.deskReplies(),
    paths.deskFlagWords(),
    paths.deskAccount(),
    paths.deskMails(),
    paths.deskMailHealth(),
    paths.deskMailHealth(),
    paths.deskMailTemplates(),
    paths.deskGlossary(),
    paths.deskDirectory(),
    paths.deskThemes(),
    paths.deskTheme("collaboration"),
    paths.deskSettings(),
    paths.deskStaff(),
    paths.deskAudit(),
  ];
}

/** Forms that are also sent empty, to see what is said about it. */
const withMistakes = new Set(
  [
    paths.newProposal("collaboration", "idea"),
    paths.newThemeComment("collaboration"),
    paths.followTheme("collaboration"),
    paths.track(),
  ].map((address) => address.split("?", 1)[0]),
);

const isWanted = (address: string) => asked.length === 0 || asked.some((word) => address.includes(word));
const fileName = (address: string) =>
  `${
    decodeURIComponent(address.replace(/\?receipt=.*|(?<=^\/(track\/[^/]+|follows)\/)[^/]+/, ""))
      // an id is another one in each run
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "one")
      .replaceAll(/[^\p{L}\p{N}-]+/gu, "_")
      .replace(/^_+|_+$/g, "") || "home"
  }.png`;

/** Takes the pictures of one style and width. @returns their paths below the run's folder */
async function take(
  context: BrowserContext,
  { run, style, width, addresses }: { run: string; style: Style; width: number; addresses: string[] },
): Promise<string[]> {
  const below = `${style.name}-${width}`;
  mkdirSync(join(run, below), { recursive: true });
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  const taken: string[] = [];
  const picture = async (file: string) => {
    await page.screenshot({ path: join(run, below, file), fullPage: true, animations: "disabled" });
    taken.push(`${below}/${file}`);
  };
  for (const address of addresses) {
    await page.goto(address);
    await picture(fileName(address));
    if (!withMistakes.has(new URL(address, "http://site").pathname)) continue;
    await page.locator("main form").last().getByRole("button").last().click();
    await page.getByRole("alert").waitFor();
    await picture(`mistakes_${fileName(address)}`);
  }
  await page.close();
  return taken;
}

/** The share of pixels in which two pictures differ; 1 where their sizes do. Counted by the browser, which reads PNG anyway. */
async function difference(page: Page, before: Buffer, after: Buffer): Promise<number> {
  if (before.equals(after)) return 0;
  return page.evaluate(
    async ([one, other]) => {
      const read = async (data = "") => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const drawing = canvas.getContext("2d");
        drawing?.drawImage(picture, 0, 0);
        return drawing?.getImageData(0, 0, picture.width, picture.height);
      };
      const [a, b] = [await read(one), await read(other)];
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let differing = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const isSame = [0, 1, 2].every(
          (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) < 16,
        );
        if (!isSame) differing += 1;
      }
      return (differing * 4) / a.data.length;
    },
    [before.toString("base64"), after.toString("base64")],
  );
}

/** One page with all pictures of a run, small, each leading to itself. */
function contactSheet(run: string, files: readonly string[]): void {
  const figures = files
    .map(
      (file) =>
        `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${file}</figcaption></figure>`,
    )
    .join("\n");
  writeFileSync(
    join(run, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>shots</title><style>body{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem;font:14px sans-serif}img{width:100%;max-height:24rem;object-fit:cover;object-position:top;border:1px solid #999}figure{margin:0}figcaption{overflow-wrap:anywhere}</style>${figures}</html>`,
  );
}

function earlierRuns(): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The pages behind the mails about following: the question whether the address is somebody's, and what they follow. */
async function followPages(browser: Browser, url: string, mail: TestMailServer): Promise<string[]> {
  const email = "reader@example.com";
  const page = await browser.newPage();
  await fetch(url + paths.followSearch({ q: "バス" }), {
    method: "POST",
    body: new URLSearchParams({ email, pace: "DAILY" }),
  });
  const letter = await waitForMail(mail, { to: email });
  const { pathname } = new URL(linkIn(letter.mail, "/follow/"));
  await page.goto(url + pathname);
  await page.locator("main form button").click();
  const settings = (await page.locator('main a[href*="/follows/"]').getAttribute("href")) ?? "";
  await page.close();
  return [settings, `${settings}/stop/daily`];
}

async function main(browser: Browser, url: string, signInLink: string, mail: TestMailServer): Promise<void> {
  const own = [...(await sentPages(url)), ...(await followPages(browser, url, mail))];
  const lastRun = earlierRuns().at(-1);
  const run = join(folder, new Date().toISOString().replaceAll(":", "-").slice(0, 19));
  const files: string[] = [];
  for (const style of styles.filter(({ name }) => wantedLooks === undefined || wantedLooks.includes(name))) {
    const context = await browser.newContext({ baseURL: url, locale: "ja-JP", colorScheme: "light" });
    const first = await context.newPage();
    if (style === styles[0] || session === undefined) {
      await first.goto(signInLink);
      await first.locator("main form button").first().click();
      await first.waitForURL(/\/desk$/);
      session = await context.cookies();
    } else await context.addCookies(session);
    await context.addCookies([{ name: displayCookie.name, value: displayValue(style), url }]);
    const addresses = [...(await publicAddresses(first)), ...own, ...(await deskAddresses(first))].filter(isWanted);
    await first.close();
    for (const width of widths) files.push(...(await take(context, { run, style, width, addresses })));
    console.log(`${style.name}: ${addresses.length} pages × ${widths.length} widths`);
    await context.close();
  }
  contactSheet(run, files);
  if (lastRun !== undefined) {
    const page = await browser.newPage();
    let changed = 0;
    for (const file of files.filter((one) => existsSync(join(folder, lastRun, one)))) {
      const share = await difference(page, readFileSync(join(folder, lastRun, file)), readFileSync(join(run, file)));
      if (share <= sameEnough) continue;
      changed += 1;
      console.log(`changed since ${lastRun}: ${file} (${(share * 100).toFixed(1)} %)`);
    }
    console.log(`${changed} of ${files.length} pictures differ from ${lastRun}`);
  }
  for (const old of earlierRuns().slice(0, -runsKept)) rmSync(join(folder, old), { recursive: true });
  console.log(`${files.length} pictures: ${join(run, "index.html")}`);
}

let session: Awaited<ReturnType<BrowserContext["cookies"]>> | undefined;
const dataDir = mkdtempSync(join(tmpdir(), "sokaku-shots-"));
chmodSync(dataDir, 0o711);
const mail = await startMailServer();
const app = await startApp({ dataDir, smtpUrl: mail.url });
const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
try {
  const { administrator } = await addSamplesTo({ url: app.url, dataDir });
  await addWaitingReply(dataDir, "ご提案の件、担当で検討します。結論は来月お知らせします。\n\n行革担当\n");
  await main(browser, app.url, administrator, mail);
} finally {
  await browser.close();
  await app.stop();
  await mail.close();
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
