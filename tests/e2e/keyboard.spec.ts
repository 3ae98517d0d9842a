import { Keyboard } from "./support/keyboard.ts";
import { addSamplesTo } from "./support/samples.ts";
import { expect, test } from "./support/site.ts";

/*
 * Everything citizens and companies do here, with the keyboard alone: reading, and every public form with a mistake in it. Each press of Tab is
 * checked by `Keyboard`.
 */

// what the page scrolls to must be there when it is looked at
test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(300_000);

test.beforeAll(async ({ site }) => {
  await addSamplesTo(site);
});

const intent = (value: string) => `main button[name="intent"][value="${value}"]`;

test("the skip link, the menu of a phone and the search need no pointer", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const keys = new Keyboard(page);
  await keys.open("/");
  await page.keyboard.press("Tab");
  const skip = page.locator('a[href="#main"]');
  await expect(await keys.focused()).toHaveAttribute("href", "#main");
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await keys.focused();
  await expect(page.locator("main :focus")).toHaveCount(1);

  await keys.open("/");
  const menu = page.locator("header details", { has: page.locator('a[href="/themes"]') });
  await keys.tabTo(menu.locator("> summary"));
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("open", "");
  await page.keyboard.press("Space");
  await expect(menu).not.toHaveAttribute("open", "");
  await page.keyboard.press("Space");
  await keys.follow(menu.locator('a[href="/search"]'));
  await expect(page).toHaveURL(/\/search$/);

  await keys.fill(page, "q", "窓口");
  await keys.go();
  await expect(page).toHaveURL(/\/search\?q=/);
  const first = page.locator('main a[href^="/proposals/"]').first();
  const title = await first.textContent();
  await keys.follow(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
  // and back up, from the end of the page to its beginning
  await keys.tabTo(page.locator('a[href="#top"]'));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
});

test("colours and text size are chosen where one is, and kept on the next page", async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.open("/help");
  const form = page.locator("header form[data-display]");
  await keys.tabTo(page.locator("header details", { has: page.locator("form[data-display]") }).locator("> summary"));
  await page.keyboard.press("Enter");
  await keys.fill(form, "look", "contrast");
  await expect(page.locator("html")).toHaveAttribute("data-look", "contrast");
  await keys.fill(form, "size", "150");
  await expect(page.locator("html")).toHaveAttribute("data-size", "150");
  await keys.focused();
  await keys.follow(page.locator('header a[href="/en/help"]'));
  await expect(page.locator("html")).toHaveAttribute("data-look", "contrast");
  await expect(page.locator("html")).toHaveAttribute("data-size", "150");
});

test("the filters of the proposals and the pages of the list need no pointer", async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.open("/proposals");
  const form = page.locator("main form");
  await keys.fill(form, "kind", "partnership");
  await keys.tabTo(form.locator('button[type="submit"]'));
  await keys.tabTo(form.locator('[name="kind"]'), "Shift+Tab");
  await keys.follow(form.locator('button[type="submit"]'));
  await expect(page).toHaveURL(/kind=partnership/);
  await expect(form.locator('[name="kind"]')).toHaveValue("partnership");
  await keys.follow(page.locator("main article a").first());
  await expect(page).toHaveURL(/\/proposals\/R/);
});

test("an idea is sent, with a mistake and with a change of mind, and found again", async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.open("/themes/collaboration");
  await keys.follow(page.locator('main a[href$="/proposals/new?kind=idea"]').first());
  await keys.fill(page, "area", "沼ノ端");
  await keys.follow(page.locator(intent("confirm")));

  await keys.goToFirstError();
  await expect(page.locator('[name="area"]')).toHaveValue("沼ノ端");
  await page.keyboard.insertText("公園の水飲み場");
  await keys.fill(page, "body", "公園に水飲み場がほしいです。");
  await keys.fill(page, "consent", "on");
  await keys.follow(page.locator(intent("confirm")));

  await keys.follow(page.locator(intent("back")));
  await expect(page.locator('[name="title"]')).toHaveValue("公園の水飲み場");
  await expect(page.locator('[name="consent"]')).toBeChecked();
  await keys.fill(page, "expectedEffect", "散歩が楽しくなります。");
  await keys.follow(page.locator(intent("confirm")));
  await expect(page.locator("main")).toContainText("散歩が楽しくなります。");
  await keys.follow(page.locator(intent("send")));
  await expect(page).toHaveURL(/\/receipts\//);

  const tracking = page.locator('main a[href*="/track/R"]').first();
  const [, number = "", key = ""] =
    /\/track\/([^/]+)\/([^/?]+)/.exec((await tracking.getAttribute("href")) ?? "") ?? [];
  await keys.follow(tracking);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("公園の水飲み場");

  await keys.open("/track");
  await keys.fill(page, "number", number);
  await keys.fill(page, "key", `${key.slice(0, -2)}22`);
  await keys.go();
  await expect(await keys.focused()).toHaveAttribute("id", "error-summary");
  await expect(page.locator('[name="number"]')).toHaveValue(number);
  await keys.fill(page, "key", key);
  await keys.go();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("公園の水飲み場");
  await keys.follow(page.locator('main a[href$="/withdraw"]'));
  await keys.follow(page.locator('main form button[type="submit"]').first());
  await expect(await keys.focused()).toHaveAttribute("role", "status");
});

test("a company's proposal, a comment with a stance and a question to a desk are sent", async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.open("/themes/service-evolution/proposals/new?kind=partnership");
  await keys.follow(page.locator(intent("confirm")));
  await keys.goToFirstError();
  await page.keyboard.insertText("サンプル交通株式会社");
  for (const [name, value] of Object.entries({
    title: "窓口の混み具合をバスの画面で知らせる",
    body: "市の窓口の待ち人数を、バスの車内の画面で案内します。",
    cooperation: "車内の画面を提供します。",
    request: "待ち人数のデータをいただきたいです。",
    costSharing: "NONE",
    corporateNumber: "7123456789012",
    contactPerson: "地域連携担当",
    email: "kyodo@company.example.com",
    consent: "on",
  }))
    await keys.fill(page, name, value);
  await keys.follow(page.locator(intent("confirm")));
  await keys.follow(page.locator(intent("send")));
  await expect(page).toHaveURL(/\/receipts\//);

  await keys.open("/proposals");
  await keys.follow(page.locator("main article a").first());
  const comment = page.locator("main form", { has: page.locator('[name="stance"]') });
  await keys.fill(comment, "stance", "AGAINST");
  await keys.follow(comment.locator('button[value="confirm"]'));
  await keys.goToFirstError();
  await expect(page.locator('[name="stance"][value="AGAINST"]')).toBeChecked();
  await page.keyboard.insertText("雪の日のことも考えてください。");
  await keys.fill(page, "consent", "on");
  await keys.follow(page.locator(intent("confirm")));
  await keys.follow(page.locator(intent("send")));
  await expect(page).toHaveURL(/\/receipts\//);

  await keys.open("/contact");
  await keys.follow(page.locator('main a[href^="/contact/"]').first());
  await keys.follow(page.locator(intent("confirm")));
  await keys.goToFirstError();
  await page.keyboard.insertText("申請の受付時間");
  await keys.fill(page, "body", "水曜日の夜も受け付けていますか。");
  await keys.fill(page, "consent", "on");
  await keys.follow(page.locator(intent("confirm")));
  await keys.follow(page.locator(intent("send")));
  await expect(page).toHaveURL(/\/receipts\//);
});
