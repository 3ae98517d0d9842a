import type { Page } from "@playwright/test";
import { paths } from "#app/routes/paths.ts";
import { addSamplesTo } from "./support/samples.ts";
import { expect, test } from "./support/site.ts";

/** Waits for the dictionary, which loads with the first page that asks for it: until then pages come without readings. */
async function openWithFurigana(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator("main ruby").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

test("furigana stand on the kanji of a page when somebody asks for them, and nowhere else", async ({ page, site }) => {
  await page.goto(paths.themes());
  await expect(page.locator("ruby")).toHaveCount(0);
  await page.context().addCookies([{ name: "hiroba_display", value: "auto-100-furigana", url: site.url }]);
  for (const address of [
    paths.home(),
    "/easy",
    paths.theme("collaboration"),
    paths.newProposal("collaboration", "idea"),
  ]) {
    await openWithFurigana(page, address);
    await expect(
      page.locator(":is(title, label, legend, button, option, summary, [aria-hidden=true]) ruby"),
    ).toHaveCount(0);
    expect(await page.locator("ruby rt").first().textContent()).toMatch(/^[ぁ-ゖー]+$/);
  }
  await openWithFurigana(page, paths.theme("collaboration"));
  await expect(page.locator("h1 ruby", { hasText: "協働" }).locator("rt").first()).toHaveText("きょうどう");
  await page.goto("/en/themes");
  await expect(page.locator("ruby")).toHaveCount(0);
});

/** Stands in for the browser's speech, which a test cannot hear: says at once that it began, and ends when the page is told to. */
function silentSpeech(voices: string[]): void {
  class Utterance {
    lang = "";
    voice: unknown = null;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const said: Utterance[] = [];
  const speech = Object.assign(new EventTarget(), {
    said,
    getVoices: () => voices.map((lang) => ({ lang, name: lang, localService: true })),
    speak: (utterance: Utterance) => void said.push(utterance),
    cancel: () => undefined,
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
}

const said = (page: Page) =>
  page.evaluate(() => (speechSynthesis as unknown as { said: { text: string }[] }).said.map(({ text }) => text));
const endSentence = (page: Page) =>
  page.evaluate(() => (speechSynthesis as unknown as { said: { onend: () => void }[] }).said.at(-1)?.onend());

test("read aloud goes through a page sentence by sentence and is steered by its buttons", async ({ page }) => {
  await page.addInitScript(silentSpeech, ["ja-JP"]);
  await page.goto(paths.theme("collaboration"));
  const controls = page.getByRole("group", { name: "読み上げ" });
  await controls.getByRole("button", { name: "読み上げる" }).press("Enter");
  await expect(controls.getByRole("status")).toHaveText("読み上げています");
  await expect.poll(() => said(page)).toHaveLength(1);
  await endSentence(page);
  await endSentence(page);
  await controls.getByRole("button", { name: "前の文" }).press("Enter");
  const texts = await said(page);
  expect(texts).toHaveLength(4);
  expect(texts[3]).toBe(texts[1]);
  expect(texts.join()).toContain("きょうどう");
  expect(texts.join()).not.toContain("協働");
  expect(await page.evaluate(() => CSS.highlights.get("read-aloud")?.size)).toBe(1);
  await controls.getByRole("button", { name: "一時停止" }).press("Enter");
  await expect(controls.getByRole("status")).toHaveText("止めています");
  await controls.getByRole("button", { name: "続きを読む" }).press("Enter");
  await controls.getByRole("button", { name: "終わる" }).click();
  await expect(controls.getByRole("button")).toHaveCount(1);
  await expect(controls.getByRole("button", { name: "読み上げる" })).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.has("read-aloud"))).toBe(false);
});

test("read aloud is not offered where the machine has no voice for the page's language, nor without JavaScript", async ({
  page,
  noScriptPage,
}) => {
  await page.addInitScript(silentSpeech, ["en-US"]);
  await page.goto(paths.help());
  await expect(page.locator("[data-read-aloud]")).toBeHidden();
  await page.goto("/en/help");
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  await noScriptPage.goto(paths.help());
  await expect(noScriptPage.locator("[data-read-aloud]")).toBeHidden();
});

/** The words of the main part without the readings above them, and without forms, in which scripts count. */
const mainText = (page: Page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main")?.cloneNode(true) as HTMLElement;
    for (const reading of copy.querySelectorAll("rt, rp, form")) reading.remove();
    return copy.textContent;
  });

test("what people write has furigana too, and its text stays as it was", async ({ page, site }) => {
  test.setTimeout(120_000);
  await addSamplesTo(site);
  await page.goto(paths.proposals());
  const address = await page.locator('main a[href*="/proposals/R"]').first().getAttribute("href");
  await page.goto(address ?? "");
  const before = await mainText(page);
  await page.context().addCookies([{ name: "hiroba_display", value: "auto-100-furigana", url: site.url }]);
  await openWithFurigana(page, address ?? "");
  expect(await mainText(page)).toBe(before);
});
