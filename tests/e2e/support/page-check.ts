import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { looks, textSizes } from "#app/domain/shared/display.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What changes with the colours; everything else is the same in each look. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Widths at which a page must still read without scrolling sideways, in CSS pixels: 320 (WCAG 2.2, 1.4.10; also a screen of 1280 at 400 %) and
 * 640 (a screen of 1280 at 200 %). Then back to an office screen.
 */
const narrowWidths = [320, 640];
const wide = { width: 1280, height: 900 };

/** Everything recommended but for what is taste, or how React writes HTML. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attr-case": "off",
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // titles are people's words, and fields are named like title.ja: HTML allows every id without a space
    "long-title": "off",
    "valid-id": ["error", { relaxed: true }],
    "tel-non-breaking": "off",
    "void-style": "off",
    // a group of boxes shares one name
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
  },
});

/** What was looked at in this run, for the line that {@link countsLine} prints. */
const counts = {
  pages: 0,
  languages: new Set<string>(),
  axeRuns: 0,
  axeViolations: 0,
  htmlErrors: 0,
  widths: 0,
  tooWide: 0,
};

/** One line that sums up every page looked at so far. */
export function countsLine(): string {
  const { pages, languages, axeRuns, axeViolations, htmlErrors, widths, tooWide } = counts;
  return (
    `pages ${pages}, languages ${languages.size}, looks ${looks.length}, text sizes ${textSizes.length}: ` +
    `axe violations ${axeViolations} (${axeRuns} runs), html errors ${htmlErrors}, sideways scrolling ${tooWide} (${widths} widths)`
  );
}

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };

function said(violations: readonly Violation[], about: string): string[] {
  counts.axeRuns += 1;
  counts.axeViolations += violations.length;
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `axe ${id} (${about}): ${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`),
  );
}

/** axe's violations of every rule of {@link standards}, a line each. Leaves axe in the page, for {@link colourProblems}. */
async function axe(page: Page, about: string): Promise<string[]> {
  // in one piece: there are no frames, and a page of its own for each result takes longer than the check
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze();
  return said(violations, about);
}

/** axe's violations of the rules that colours can break, on one element of each kind of text, in the page {@link axe} has been in. */
async function colourProblems(page: Page, about: string): Promise<string[]> {
  const violations = await page.evaluate(runColourRules, colourRules);
  return said(violations, about);
}

/** Runs in the page. */
async function runColourRules(rules: string[]): Promise<Violation[]> {
  const { axe } = window as unknown as {
    axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> };
  };
  // text of one colour, size and weight, on one kind of ground, is the same wherever it stands
  const kinds = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? "").trim() === "" || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const kind = [color, fontSize, fontWeight, element.closest("a, button")?.className ?? ""];
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const ground = getComputedStyle(around).backgroundColor;
      if (ground === "rgba(0, 0, 0, 0)") continue;
      kind.push(ground, around.className);
      break;
    }
    if (kinds.has(kind.join("|"))) continue;
    kinds.add(kind.join("|"));
    element.setAttribute("data-colour-kind", "");
  }
  const context = { include: [["[data-colour-kind]"]] };
  const { violations } = await axe.run(context, {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations"],
  });
  for (const element of document.querySelectorAll("[data-colour-kind]")) element.removeAttribute("data-colour-kind");
  return violations;
}

const setDisplay = (page: Page, name: "look" | "size", value: string | null) =>
  page.evaluate(
    ([name, value]) => {
      if (value === null) delete document.documentElement.dataset[name];
      else document.documentElement.dataset[name] = value;
    },
    [name, value] as const,
  );

/** What is wrong with the page that is open, a line each: accessibility in each look, headings, languages, width in each text size. */
export async function problemsOfOpenPage(page: Page): Promise<string[]> {
  const root = await page.locator("html").evaluate(({ dataset }) => ({ look: dataset.look, size: dataset.size }));
  counts.pages += 1;
  counts.languages.add(await page.evaluate(languageOfPage));
  await setDisplay(page, "look", "standard");
  const found = await axe(page, "standard");
  for (const look of looks.filter((one) => one !== "standard")) {
    await setDisplay(page, "look", look);
    found.push(...(await colourProblems(page, look)));
  }
  await setDisplay(page, "look", root.look ?? null);
  found.push(...(await page.evaluate(problemsOfOutline)), ...(await page.evaluate(problemsOfLanguages)));
  for (const width of narrowWidths) {
    await page.setViewportSize({ width, height: 640 });
    for (const size of textSizes) {
      await setDisplay(page, "size", String(size));
      counts.widths += 1;
      const culprits = await page.evaluate(tooWide);
      if (culprits === null) continue;
      counts.tooWide += 1;
      found.push(`width: text of ${size} % on a screen of ${width} scrolls sideways: ${culprits}`);
    }
  }
  await setDisplay(page, "size", root.size ?? null);
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await page.evaluate(problemsOfSpacing)));
  await page.setViewportSize(wide);
  return found;
}

/** As {@link problemsOfOpenPage}, in the colours that people set in their system. */
export async function problemsInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const found = await axe(page, "forced colours");
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

/** Runs in the page. @returns the language of its words: `ja`, `easy` or `en` */
function languageOfPage(): string {
  const [, prefix] = location.pathname.split("/");
  return prefix === "easy" ? "easy" : document.documentElement.lang;
}

/** Runs in the page: headings in order, landmarks that can be told apart. */
function problemsOfOutline(): string[] {
  const problems: string[] = [];
  // what is wrong with a form is said before the page's own heading
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.checkVisibility() && !heading.closest("#error-summary"))
    .map((heading) => Number(heading.tagName.slice(1)));
  if (levels.filter((level) => level === 1).length !== 1) problems.push(`headings: not one h1 in ${levels.join(" ")}`);
  if (levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1))
    problems.push(`headings: ${levels.join(" ")}`);
  for (const landmark of ["main", "body > * > header, body > header", "body > * > footer, body > footer"]) {
    const there = document.querySelectorAll(landmark).length;
    if (there > 1) problems.push(`landmarks: ${there} times ${landmark}`);
  }
  if (document.querySelectorAll("main").length === 0) problems.push("landmarks: no main");
  const nameOf = (element: Element) =>
    element.getAttribute("aria-label") ??
    (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ");
  for (const kind of ["nav", "aside"]) {
    const names = [...document.querySelectorAll(kind)].filter((one) => one.checkVisibility()).map(nameOf);
    if (names.some((name) => name.trim() === "")) problems.push(`landmarks: ${kind} without a name`);
    if (new Set(names).size < names.length) problems.push(`landmarks: ${kind} of one name: ${names.join(", ")}`);
  }
  // who speaks to the machine says what they read (WCAG 2.2, 2.5.3)
  for (const control of document.querySelectorAll<HTMLElement>("a[aria-label], button[aria-label]")) {
    const name = control.getAttribute("aria-label") ?? "";
    if (!name.toLowerCase().includes(control.textContent.trim().toLowerCase()))
      problems.push(`name: "${control.textContent.trim()}" is called "${name}"`);
  }
  for (const nav of document.querySelectorAll("nav")) {
    if (nav.querySelectorAll('[aria-current="page"]').length > 1) problems.push("aria-current: two pages at once");
  }
  return problems;
}

/**
 * Runs in the page: what is written in another language than the page says so (WCAG 2.2, 3.1.2). Japanese is known by its kana, English by four
 * words in a row; names of two or three words need no mark.
 */
function problemsOfLanguages(): string[] {
  const problems: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? "").trim();
    const around = node.parentElement;
    // a key is in no language
    if (around === null || around.closest("script, style, code")) continue;
    const lang = around.closest("[lang]")?.getAttribute("lang") ?? "";
    // an English sentence stays English with a Japanese name in it
    const japanese = text.match(/[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/g)?.length ?? 0;
    const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
    const isJapanese = /[\u3041-\u3096\u30a1-\u30fa]/.test(text) && japanese * 3 >= latin;
    const isEnglish = !isJapanese && /[A-Za-z]{2,}( [A-Za-z,']{2,}){3}/.test(text);
    if ((isJapanese && lang !== "ja") || (isEnglish && lang !== "en"))
      problems.push(`lang: "${text.slice(0, 40)}" in <${around.tagName.toLowerCase()}> is read as ${lang}`);
  }
  return problems;
}

/** Runs in the page: with the spacing that readers may set nothing is cut off and nothing scrolls sideways (WCAG 2.2, 1.4.12). */
function problemsOfSpacing(): string[] {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [spacing];
  const problems = [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
    .filter((element) => {
      const { overflowX, overflowY, webkitLineClamp, position } = getComputedStyle(element);
      // an excerpt ends where it ends: the whole text stands behind its link
      if (webkitLineClamp !== "none" || position === "absolute" || element instanceof SVGElement) return false;
      // what is typed into a field scrolls in it
      if (element.matches("input, textarea, select")) return false;
      const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
      return (
        (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => `spacing: cut off: ${element.outerHTML.slice(0, 120)}`);
  const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
  if (scrollWidth > clientWidth) problems.push(`spacing: ${scrollWidth} pixels on a screen of ${clientWidth}`);
  document.adoptedStyleSheets = [];
  return problems;
}

/** Runs in the page. @returns what reaches beyond the right edge; null when the page fits */
function tooWide(): string | null {
  const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
  if (scrollWidth <= clientWidth) return null;
  const culprits = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.children.length === 0,
  );
  return `${scrollWidth} pixels, ${culprits
    .slice(0, 3)
    .map((element) => element.outerHTML.slice(0, 120))
    .join(" ")}`;
}

/** What is wrong with the HTML as the server sent it. */
export async function problemsOfHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  const found = report.results.flatMap(({ messages }) =>
    messages
      // a number, or the box that says there is none: two controls, one answer
      .filter(({ ruleId, message }) => ruleId !== "form-dup-name" || !message.includes('"corporateNumber"'))
      .map(({ ruleId, message, selector }) => `html ${ruleId}: ${message} at ${selector}`),
  );
  counts.htmlErrors += found.length;
  return found;
}

/** Every address of this site that the open page links to, without what follows "#". */
export async function linksOf(page: Page): Promise<string[]> {
  const here = new URL(page.url());
  const links = await page
    .locator("a[href]:not([download])")
    .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  return [...new Set(links.map((link) => new URL(link)))]
    .filter(({ origin }) => origin === here.origin)
    .map(({ pathname, search }) => `${pathname}${search}`);
}
