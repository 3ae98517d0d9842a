import { paths } from "#app/routes/paths.ts";
import { expect, test } from "./support/site.ts";

/** The colour of the page as the browser paints it. */
const paper = "getComputedStyle(document.body).backgroundColor";
const ink = "getComputedStyle(document.body).color";

test("without JavaScript, colours and text size are chosen by a form and stay from page to page", async ({
  noScriptPage: page,
}) => {
  await page.goto(paths.themes());
  const standard = await page.evaluate(paper);
  await page.locator("header summary", { hasText: "文字・色" }).click();
  const form = page.locator("header form[data-display]");
  await form.getByLabel("暗い", { exact: true }).check();
  await form.getByLabel("150%").check();
  await form.getByRole("button", { name: "この見え方にする" }).click();
  await expect(page).toHaveURL(/\/themes$/);
  for (const address of [paths.themes(), paths.theme("collaboration"), "/en/help"]) {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("data-look", "dark");
    expect(await page.evaluate(paper)).not.toBe(standard);
    expect(await page.evaluate("getComputedStyle(document.documentElement).fontSize")).toBe("24px");
  }
});

test("with JavaScript, a choice takes effect at once and what was typed stays", async ({ page }) => {
  await page.goto(paths.newProposal("collaboration", "idea"));
  await page.locator('[name="body"]').fill("書きかけの文");
  await page.locator("header summary", { hasText: "文字・色" }).click();
  const form = page.locator("header form[data-display]");
  await form.getByLabel("黒地に黄色").check();
  await form.getByLabel("200%").check();
  await expect(page.locator("html")).toHaveAttribute("data-look", "contrast");
  await expect(page.locator("html")).toHaveAttribute("data-size", "200");
  await form.getByRole("button").click();
  await expect(form).toBeHidden();
  await expect(page.locator('[name="body"]')).toHaveValue("書きかけの文");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-look", "contrast");
  await page.locator("header summary", { hasText: "文字・色" }).click();
  await page.locator("header form[data-display]").getByLabel("端末に合わせる").check();
  await page.locator("header form[data-display]").getByLabel("100%").check();
  await page.reload();
  await expect(page.locator("html")).not.toHaveAttribute("data-look");
  expect(await page.context().cookies()).toEqual([]);
});

test("without a choice the device decides between light and dark, and paper is always printed light", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(paths.home());
  const light = await page.evaluate(paper);
  const darkInk = await page.evaluate(ink);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await page.evaluate(paper);
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await page.evaluate(ink)).toBe(darkInk);
  await page.context().addCookies([{ name: "hiroba_display", value: "standard-100", url: page.url() }]);
  await page.emulateMedia({ colorScheme: "dark", media: "screen" });
  await page.reload();
  expect(await page.evaluate(paper)).toBe(light);
});
