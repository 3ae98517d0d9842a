import type { Page } from "@playwright/test";
import { actForm, fill, sendForm } from "./support/people.ts";
import { addSamplesTo, type SampleLinks } from "./support/samples.ts";
import { expect, setUndoSeconds, test } from "./support/site.ts";

/* Second thoughts: a decision that waits and is taken back, and decisions on many texts at once. */

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(180_000);

let links: SampleLinks;

test.beforeEach(async ({ site }) => {
  // links open once; the samples are added once
  links = await addSamplesTo(site);
});

// the site may be that of other files too
test.afterAll(({ site }) => setUndoSeconds(site.dataDir, 0));

const theme = "/themes/collaboration";
const heap = "/desk?view=pending&kind=COMMENT";
const comment = (body: string) => ({ body, consent: "on" });
const signIn = async (page: Page, link: string) => {
  await page.goto(link);
  await page.locator("main form button").click();
};
const step = (page: Page, intent: string) => page.locator(`main button[name="intent"][value="${intent}"]`).click();
const undo = (page: Page) => page.locator('main form[data-undo] button[value="cancel"]');

test("a decision waits, is seen to wait, and is taken back with a key", async ({ page, site }) => {
  await setUndoSeconds(site.dataDir, 60);
  const words = "取り消されるまでの声です。";
  const sent = await sendForm(page, `${theme}/comments/new`, comment(words));
  await sendForm(page, `${theme}/comments/new`, comment("その次の声です。"));
  await signIn(page, links.moderator);
  const address = `/desk/comments/${sent.number}?view=pending&kind=COMMENT`;
  const approve = async () => {
    await page.goto(address);
    await actForm(page, "approve").locator("button").click();
    await step(page, "send");
  };
  const main = page.locator("main");
  const press = async (key: string) => {
    await expect(main.locator('[popovertarget="shortcuts"]').first()).toBeVisible();
    await page.keyboard.press(key);
  };

  // on to the next, where it says so, with the seconds running down
  await approve();
  await expect(page).not.toHaveURL(new RegExp(`/${sent.number}\\?`));
  await expect(main).toContainText(`${sent.number}: 公開します。`);
  await expect(main).toContainText(/あと5\d秒は取り消せます。/);
  // in the list, and on its own page, where nothing else can be decided
  await page.goto(heap);
  await expect(main.locator("tr", { hasText: sent.number })).toContainText("決定の予定あり");
  await page.goto(address);
  await expect(main).toContainText(
    "行われるまで、ほかの決定、個人情報を伏せること、担当への割り当て、回答の承認などはできません。",
  );
  await expect(actForm(page, "approve")).toHaveCount(0);
  await page.goto(theme);
  await expect(page.locator("main")).not.toContainText(words);

  await page.goto(address);
  await press("z");
  await expect(main).toContainText("決定を取り消しました。投稿はもとのままです。");
  await expect(actForm(page, "approve")).toHaveCount(1);

  // what was written comes back with it
  const refuse = page.locator("#refuse");
  await press("r");
  await refuse.locator('[name="reasonCode"]').first().check();
  await refuse.locator('[name="explanation"]').fill("ここを直してください。");
  await refuse.locator('button[value="return"]:visible').click();
  await step(page, "send");
  await page.goto(address);
  await press("z");
  await expect(refuse.locator('[name="explanation"]')).toHaveValue("ここを直してください。");
  await expect(refuse.locator('[name="reasonCode"]').first()).toBeChecked();

  // and the next time it is taken, once its time has come; then it is too late
  await setUndoSeconds(site.dataDir, 1);
  await approve();
  await expect(main).toContainText(`${sent.number}: 公開します。`);
  await expect(main).toContainText("取り消せる時間が過ぎました。");
  await expect(undo(page)).toHaveCount(0);
  await expect(async () => {
    await page.goto(theme);
    await expect(page.locator("main")).toContainText(words, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
});

test("many are decided on at once, looked at before, followed, and undone as one", async ({ page, site }) => {
  await setUndoSeconds(site.dataDir, 0);
  const bodies = ["まとめての一人目です。", "まとめての二人目です。"];
  const numbers: string[] = [];
  for (const body of bodies) numbers.push((await sendForm(page, `${theme}/comments/new`, comment(body))).number);
  await signIn(page, links.administrator);
  const main = page.locator("main");
  const tick = async (list: string) => {
    await page.goto(list);
    for (const number of numbers) await main.locator("tr", { hasText: number }).getByRole("checkbox").check();
    await step(page, "choose");
  };
  const finished = () => expect(main).toContainText("2件が終わりました。できたもの: 2件、できなかったもの: 0件");

  // one box for all of the page
  await page.goto(heap);
  const all = page.locator("[data-tick-all] input");
  await all.check();
  const boxes = main.locator('input[name="item"]');
  expect(await boxes.evaluateAll((found) => found.every((box) => (box as HTMLInputElement).checked))).toBe(true);
  await boxes.first().uncheck();
  await expect(all).not.toBeChecked();

  await tick(heap);
  await fill(main, { decision: "APPROVE" });
  await step(page, "confirm");
  await expect(main).toContainText("まだ何も変わっていません。");
  await expect(main).toContainText("決定できる投稿(2件)");
  await step(page, "back");
  await expect(main.locator('[name="decision"][value="APPROVE"]')).toBeChecked();
  await step(page, "confirm");
  await step(page, "send");
  await expect(page).toHaveURL(/\/desk\/runs\/[0-9a-f-]{36}$/);
  await finished();
  await page.goto(theme);
  for (const body of bodies) await expect(page.locator("main")).toContainText(body);

  // hidden, with a reason that is asked for
  await tick("/desk?view=all&kind=COMMENT&review=PUBLISHED");
  await fill(main, { decision: "HIDE" });
  await step(page, "confirm");
  await expect(page.locator("#error-summary")).toBeFocused();
  await fill(main, { reasonCode: "OTHER", explanation: "内容を確かめています。" });
  await step(page, "confirm");
  await expect(main.locator("pre")).toContainText("内容を確かめています。");
  await step(page, "send");
  await finished();
  await page.goto(theme);
  for (const body of bodies) await expect(page.locator("main")).not.toContainText(body);

  // and all of it brought back
  await page.goto("/desk/runs");
  await main.locator("[data-row]").first().click();
  await page.getByRole("button", { name: "非表示にした2件を、もう一度公開する" }).click();
  await fill(main, { explanation: "確かめました。" });
  await step(page, "confirm");
  await step(page, "send");
  await finished();
  await page.goto(theme);
  for (const body of bodies) await expect(page.locator("main")).toContainText(body);
});

test("without JavaScript a whole page is decided on, and taken back in time", async ({ noScriptPage: page, site }) => {
  await setUndoSeconds(site.dataDir, 60);
  const sent = await sendForm(page, `${theme}/comments/new`, comment("スクリプトなしの声です。"));
  await signIn(page, links.administrator);
  const main = page.locator("main");
  await page.goto(heap);
  await step(page, "choose");
  await expect(main).toContainText("投稿を一つ以上選んでください。");
  await page.goto(heap);
  await fill(main, { scope: "page" });
  await step(page, "choose");
  await fill(main, { decision: "DECLINE", reasonCode: "OTHER", explanation: "見送ります。" });
  await step(page, "confirm");
  await expect(main).toContainText(sent.number);
  await step(page, "send");
  await expect(main).toContainText("始まるまでは、全体を取り消せます");
  await main.getByRole("link", { name: "最新の状況を表示する" }).click();
  await expect(main).toContainText("開始待ち");
  // once more on a page from before: it says why not, and leads to what has become of it
  const before = await page.context().newPage();
  await before.goto(page.url());
  await undo(page).click();
  await expect(main).toContainText("始まる前に取り消されました。投稿は変わっていません。");
  await undo(before).click();
  await before.locator("main").getByRole("link", { name: "いまの状態を見る" }).click();
  await expect(before.locator("main")).toContainText("始まる前に取り消されました。投稿は変わっていません。");
  await page.goto(heap);
  await expect(main).toContainText(sent.number);
  await expect(main).not.toContainText("決定の予定あり");
});
