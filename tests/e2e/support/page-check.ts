import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** The narrowest width at which a page must still read without scrolling sideways (WCAG 2.2, 1.4.10), and an office screen. CSS pixels. */
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };

/** Everything recommended but for what is taste, or how React writes HTML. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attr-case": "off",
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
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

/** What is wrong with the page that is open, a line each: accessibility, headings, width. */
export async function problemsOfOpenPage(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `axe ${id}: ${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`),
  );
  // what is wrong with a form is said before the page's own heading
  const levels = await page
    .locator("h1, h2, h3, h4, h5, h6")
    .evaluateAll((headings) =>
      headings
        .filter((heading) => heading.checkVisibility() && !heading.closest("#error-summary"))
        .map((heading) => Number(heading.tagName.slice(1))),
    );
  if (levels.filter((level) => level === 1).length !== 1) found.push(`headings: not one h1 in ${levels.join(" ")}`);
  if (levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1)) found.push(`headings: ${levels.join(" ")}`);
  await page.setViewportSize(narrow);
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  if (width > narrow.width) found.push(`width: ${width} pixels on a screen of ${narrow.width}`);
  await page.setViewportSize(wide);
  return found;
}

/** What is wrong with the HTML as the server sent it. */
export async function problemsOfHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages
      // a number, or the box that says there is none: two controls, one answer
      .filter(({ ruleId, message }) => ruleId !== "form-dup-name" || !message.includes('"corporateNumber"'))
      .map(({ ruleId, message, selector }) => `html ${ruleId}: ${message} at ${selector}`),
  );
}

/** Every address of this site that the open page links to, without what follows "#". */
export async function linksOf(page: Page): Promise<string[]> {
  const here = new URL(page.url());
  const links = await page
    .locator("a[href]")
    .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  return [...new Set(links.map((link) => new URL(link)))]
    .filter(({ origin }) => origin === here.origin)
    .map(({ pathname, search }) => `${pathname}${search}`);
}
