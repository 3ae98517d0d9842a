import { expect, test } from "./support/site.ts";

test("home answers in three languages, with its language declared", async ({ page }) => {
  for (const [path, lang] of [
    ["/", "ja"],
    ["/easy", "ja"],
    ["/en", "en"],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("h1")).toHaveCount(1);
  }
});

test("an unknown address is a translated 404 inside the site's frame", async ({ page }) => {
  for (const [path, heading] of [
    ["/no-such-page", "ページが見つかりません"],
    ["/easy/no-such-page", "ページがありません"],
    ["/en/no-such-page", "Page not found"],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByRole("contentinfo")).toContainText("0144-32-6169");
  }
});
