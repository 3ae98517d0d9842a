import { codeAt } from "../support/factories/staff-rows.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { Keyboard } from "./support/keyboard.ts";
import { actForm, password } from "./support/people.ts";
import { addSamplesTo, type SampleLinks } from "./support/samples.ts";
import { expect, test } from "./support/site.ts";

/*
 * Everything citizens, companies and staff do here, with the keyboard alone: reading, and every form with a mistake in it. Each press of Tab is
 * checked by `Keyboard`.
 */

// what the page scrolls to must be there when it is looked at
test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(300_000);

let links: SampleLinks;

test.beforeAll(async ({ site }) => {
  links = await addSamplesTo(site);
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
  // the address now says where in the page one is; the next answer must be heard all the same
  await keys.follow(page.locator(intent("confirm")));
  await keys.goToFirstError();
  await page.keyboard.insertText("公園に水飲み場がほしいです。");
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

test("an administrator is invited, signs in with two factors, decides, assigns, answers and publishes", async ({
  page,
  site,
}) => {
  const keys = new Keyboard(page);
  const main = page.locator("main");
  const address = "kanri-keyboard@tomakomai.example";
  const signOut = page.locator('header form[action="/desk/sign-out"] button');

  // a colleague invites, at first without an address
  await keys.open(links.administrator);
  await keys.follow(main.locator("form button"));
  await keys.follow(page.locator('nav a[href="/desk/staff"]'));
  await keys.follow(main.locator('a[href="/desk/staff/invite"]'));
  await keys.fill(page, "name", "管理者");
  await keys.fill(page, "role", "ADMIN");
  await keys.follow(actForm(page, "invite").locator("button"));
  await keys.goToFirstError();
  await keys.retype(address);
  await keys.follow(actForm(page, "invite").locator("button"));
  await keys.hears("招待のメールを送りました。");
  await keys.follow(signOut);

  // the account and its second factor
  const invitation = await waitForMail(site.mail, { to: address }, 60_000);
  await keys.open(linkIn(invitation.mail, "/desk/invitation/"));
  await keys.fill(page, "password", "みじかい");
  await keys.go();
  await keys.goToFirstError();
  await keys.retype(password);
  await keys.go();
  await keys.unfold(main.locator("summary"));
  const secret = ((await main.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await keys.fill(page, "code", codeAt(secret, new Date()));
  await keys.go();
  await keys.hears("二段階の確認の準備ができました");
  await keys.follow(main.locator('a[href="/desk"]'));

  // out, and in again
  await keys.follow(signOut);
  await keys.hears("サインアウトしました。");
  await keys.fill(page, "email", address);
  await keys.go();
  await keys.goToFirstError();
  await keys.retype(password);
  await keys.go();
  await keys.fill(page, "code", "12345");
  await keys.go();
  await keys.goToFirstError();
  // each code works once; a clock may be half a minute fast
  await keys.retype(codeAt(secret, new Date(Date.now() + 30_000)));
  await keys.go();
  await expect(page).toHaveURL(/\/desk$/);

  // a waiting idea, found with the filters, decided after another look at it
  await keys.follow(main.locator('nav a[href="/desk?view=pending"]'));
  const filters = main.locator("form", { has: page.locator('[name="review"]') });
  await keys.fill(filters, "kind", "IDEA");
  await keys.follow(filters.locator("button"));
  const waiting = main.locator('table a[href^="/desk/submissions/R"]').first();
  const submission = (await waiting.getAttribute("href")) ?? "";
  await keys.follow(waiting);
  const approve = actForm(page, "approve").locator("button");
  await keys.follow(approve);
  await keys.follow(page.locator(intent("back")));
  // back means back to where the decision is taken
  await page.keyboard.press("Tab");
  await expect(approve).toBeFocused();
  await keys.go();
  await keys.follow(page.locator(intent("send")));
  await keys.hears("公開しました。");

  // to a desk, on a day that is none
  const assign = actForm(page, "assign");
  const dueOn = await assign.locator('[name="dueOn"]').inputValue();
  await keys.fill(assign, "dueOn", "そのうち");
  await keys.fill(assign, "instruction", "よろしくお願いします。");
  await keys.follow(assign.locator("button"));
  await keys.goToFirstError();
  await expect(assign.locator('[name="instruction"]')).toHaveValue("よろしくお願いします。");
  await keys.retype(dueOn);
  await keys.follow(assign.locator("button"));
  // with that it is done with: the next of the heap follows, and says so
  await keys.hears("担当に割り当てました。");
  await keys.open(submission);

  // an answer, without its words at first, and read once more before it is handed in
  const draft = actForm(page, "draft");
  const answer = "令和8年度中に、三つの窓口で試します。";
  await keys.unfold(page.locator("#draft > summary"));
  await keys.fill(draft, "outcomeKey", "adopted");
  await keys.follow(draft.locator("button"));
  await keys.goToFirstError();
  await expect(draft.locator('[name="outcomeKey"][value="adopted"]')).toBeChecked();
  await keys.retype(answer);
  await keys.follow(draft.locator("button"));
  await keys.follow(page.locator(intent("back")));
  await page.keyboard.press("Tab");
  await expect(page.locator("#draft > summary")).toBeFocused();
  await expect(draft.locator('[name="body"]')).toHaveValue(answer);
  await keys.follow(draft.locator("button"));
  await expect(main).toContainText(answer);
  await keys.follow(page.locator(intent("send")));
  await keys.hears("回答案を提出しました。");
  await expect(actForm(page, "publish")).toHaveCount(0);

  // where one person does both, a setting lets them
  await keys.follow(page.locator('nav a[href="/desk/settings"]'));
  const settings = actForm(page, "settings");
  const byAnother = settings.locator('[name="approvalByAnotherPerson"]');
  await keys.tabTo(byAnother);
  await page.keyboard.press("Space");
  await expect(byAnother).not.toBeChecked();
  await keys.fill(settings, "reviewDays.IDEA", "すぐ");
  await keys.follow(settings.locator("button"));
  await keys.goToFirstError();
  await expect(byAnother).not.toBeChecked();
  await keys.retype("4");
  await keys.follow(settings.locator("button"));
  await keys.hears("保存しました。");
  await expect(settings.locator('[name="reviewDays.IDEA"]')).toHaveValue("4");

  await keys.follow(page.locator('nav a[href="/desk"]'));
  await keys.follow(main.locator('nav a[href="/desk?view=drafted"]'));
  await keys.follow(main.locator(`table a[href^="${submission.split("?", 1)[0]}"]`));
  await keys.follow(actForm(page, "publish").locator("button"));
  await keys.follow(page.locator(intent("send")));
  await keys.hears("回答を公開しました。");
  await keys.follow(main.locator('a[href^="/proposals/R"]').first());
  await expect(main).toContainText(answer);
});

test("departments, desks and the rules between them are kept", async ({ page }) => {
  const keys = new Keyboard(page);
  const main = page.locator("main");
  await keys.open(links.moderator);
  await keys.follow(main.locator("form button"));
  await keys.follow(page.locator('nav a[href="/desk/directory"]'));

  await keys.follow(main.locator('a[href^="/desk/directory/departments/"]:not([href$="/new"])').first());
  await keys.fill(page, "name.ja", "");
  await keys.fill(page, "position", "はじめ");
  await keys.follow(actForm(page, "save").locator("button"));
  await keys.goToFirstError();
  await keys.retype("総務企画部");
  await keys.fill(page, "position", "0");
  await keys.follow(actForm(page, "save").locator("button"));
  await keys.hears("保存しました。");
  await expect(main).toContainText("総務企画部");

  await keys.follow(main.locator('table a[href^="/desk/directory/desks/"]').first());
  await keys.fill(page, "phone", "内線のみ");
  await keys.follow(actForm(page, "save").locator("button"));
  await keys.goToFirstError();
  await keys.retype("0144-32-6100");
  await keys.follow(actForm(page, "save").locator("button"));
  await keys.hears("保存しました。");
  await expect(page.locator('[name="phone"]')).toHaveValue("0144-32-6100");
  await keys.follow(main.locator('a[href="/desk/directory"]'));

  // a question before something is taken away: no, then yes
  await keys.follow(main.locator('a[href="/desk/directory/rules"]'));
  const rules = main.locator('table a[href^="/desk/directory/rules/"]');
  const before = await rules.count();
  await keys.follow(rules.first());
  const opener = main.locator('button[popovertarget="remove"]').first();
  const question = page.getByRole("dialog");
  await keys.tabTo(opener);
  await page.keyboard.press("Enter");
  await expect(question).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await keys.follow(actForm(page, "remove").locator("button"));
  await keys.hears("取り除きました。");
  await expect(rules).toHaveCount(before - 1);
});
