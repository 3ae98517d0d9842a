import type { Locator } from "@playwright/test";
import { actForm, fill, press, sendForm } from "./support/people.ts";
import { addSamplesTo, type SampleLinks } from "./support/samples.ts";
import { expect, test } from "./support/site.ts";

/* The moderators' morning: a heap worked through item by item, with single keys, and without JavaScript. */

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(180_000);

let links: SampleLinks;

test.beforeAll(async ({ site }) => {
  links = await addSamplesTo(site);
});

const comment = (body: string) => ({ body, consent: "on" });
/** A heap of nothing but what a test sent itself: what others looked at on this site may still be theirs. */
const heapOf = (word: string) => new URLSearchParams({ view: "pending", q: word, kind: "COMMENT" }).toString();

test("a heap is worked through with single keys", async ({ page }) => {
  const heap = heapOf("やまびこ");
  const first = await sendForm(
    page,
    "/themes/collaboration/comments/new",
    comment("やまびこの一番目の声です。電話は090-0000-0000です。"),
  );
  await sendForm(page, "/themes/collaboration/comments/new", comment("やまびこの二番目の声です。"));
  const third = await sendForm(page, "/themes/collaboration/comments/new", comment("やまびこの三番目の声です。"));
  await page.goto(links.moderator);
  await page.locator("main form button").click();
  const main = page.locator("main");
  /** A key on a page that is there: the script that follows keys shows the list's button. */
  const press = async (key: string) => {
    await expect(main.locator('[popovertarget="shortcuts"]').first()).toBeVisible();
    await page.keyboard.press(key);
  };
  const send = page.locator('button[name="intent"][value="send"]');
  // what looks like personal data is hidden, once it was looked at
  await page.goto(`/desk/comments/${first.number}?${heap}`);
  await press("x");
  await expect(send).toBeVisible();
  await expect(main).toContainText("電話は〔電話番号〕です。");
  await press("y");
  await expect(main).toContainText("個人情報を伏せました。");
  await expect(main).not.toContainText("090-0000-0000");

  await press("u");
  const rows = main.locator("[data-row]");
  await expect(rows.first()).toBeVisible();
  const numbers = await rows.allTextContents();
  expect(numbers).toHaveLength(3);

  // along the rows, and back
  await press("j");
  await expect(rows.nth(0)).toBeFocused();
  await press("j");
  await expect(rows.nth(1)).toBeFocused();
  await press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/${numbers[0]}\\?`));

  // to the next item and back again
  await press("j");
  await expect(page).toHaveURL(new RegExp(`/${numbers[1]}\\?`));
  await press("k");
  await expect(page).toHaveURL(new RegExp(`/${numbers[0]}\\?`));

  // the list of keys
  const list = page.locator("#shortcuts");
  await press("?");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  // approve: once more to look at, then on to the next
  await press("a");
  await expect(send).toBeVisible();
  await press("y");
  await expect(main).toContainText(`${numbers[0]}: 公開しました。`);
  await expect(page).toHaveURL(new RegExp(`/${numbers[1]}\\?`));

  // to decline: the form opens and takes what is typed, letters that are keys among it
  await press("r");
  const reason = page.locator('#refuse [name="reasonCode"]').first();
  await expect(reason).toBeFocused();
  await page.keyboard.press("Space");
  await page.locator('#refuse [name="explanation"]').focus();
  await page.keyboard.type("jk a uy");
  await expect(page.locator('#refuse [name="explanation"]')).toHaveValue("jk a uy");
  await page.locator('#refuse button[value="decline"]').press("Enter");
  await expect(send).toBeVisible();
  await press("b");
  await expect(page.locator('#refuse [name="explanation"]')).toHaveValue("jk a uy");
  await page.locator('#refuse button[value="decline"]').press("Enter");
  await expect(send).toBeVisible();
  await press("y");
  await expect(main).toContainText(`${numbers[1]}: 公開を見送りました。`);

  // who does not want single keys turns them off, on every page
  await press("?");
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  const here = page.url();
  await press("u");
  await page.reload();
  await press("u");
  await press("?");
  await expect(list).toBeVisible();
  expect(page.url()).toBe(here);
  await list.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await press("u");
  await expect(page).toHaveURL(`/desk?${heap}`);

  // the guideline of the chosen reason stands beside the buttons, and a canned reply goes into the words
  await page.goto(`/desk/comments/${third.number}`);
  const form = page.locator("#refuse");
  await form.locator("summary").first().click();
  const words = form.locator('[name="explanation"]');
  await words.fill("先に書いたことです。");
  await form.locator('[name="reasonCode"][value="PERSONAL_DATA"]').check();
  await expect(form.locator('[data-guideline="PERSONAL_DATA"]')).toBeVisible();
  await form.locator('[name="reasonCode"][value="OFF_TOPIC"]').check();
  await expect(form.locator('[data-guideline="OFF_TOPIC"]')).toBeVisible();
  await expect(form.locator('[data-guideline="PERSONAL_DATA"]')).toBeHidden();
  await insertFirst(form);
  await expect(words).toBeFocused();
  await expect(words).toHaveValue(/^先に書いたことです。\n\n.*ありがとうございます。/s);
  await form.locator('button[value="decline"]').click();
  await expect(main).toContainText("市の仕事やテーマと関わりがないものは公開しません。");
  await send.click();
  await expect(main).toContainText("公開を見送りました。");
  // the record names the version that was used
  await page.goto(`/desk/comments/${third.number}`);
  await expect(page.locator('#history a[href^="/desk/replies/"]')).toContainText("(1版)");
});

test("without JavaScript the same way is links and buttons", async ({ noScriptPage: page }) => {
  await sendForm(page, "/themes/collaboration/comments/new", comment("こだまの昼の声です。"));
  await sendForm(page, "/themes/collaboration/comments/new", comment("こだまの夕方の声です。"));
  await page.goto(links.administrator);
  await page.locator("main form button").click();
  await page.goto(`/desk?${heapOf("こだま")}`);
  const rows = page.locator("main [data-row]");
  const [first, second] = await rows.allTextContents();
  await rows.first().click();
  await expect(page.locator('[popovertarget="shortcuts"]').first()).toBeHidden();
  await actForm(page, "approve").locator("button").click();
  await page.locator('button[name="intent"][value="send"]').click();
  await expect(page.locator("main")).toContainText(`${first}: 公開しました。`);
  await expect(page).toHaveURL(new RegExp(`/${second}\\?`));

  // a canned reply is one press more: the form comes back with it, and with all that was typed
  const form = page.locator("#refuse");
  await form.locator("summary").first().click();
  await form.locator('[name="reasonCode"][value="OTHER"]').check();
  await form.locator('[name="explanation"]').fill("先に書いたことです。");
  await insertFirst(form);
  await expect(form).toHaveAttribute("open", "");
  await expect(form.locator('[name="explanation"]')).toHaveValue(/^先に書いたことです。\n\n./);
  await expect(form.locator('[name="reasonCode"][value="OTHER"]')).toBeChecked();
  await form.locator('button[value="return"]:not([hidden])').click();
  await expect(page.locator("main")).toContainText("法令に反するもの");
  await page.locator('button[name="intent"][value="send"]').click();
  await expect(page.locator("main")).toContainText(`${second}: 修正をお願いしました。`);
});

test("two moderators at once on one item: one has it, the other takes it over, and nothing typed is lost", async ({
  browser,
  page: a,
  site,
}) => {
  const sent = await sendForm(a, "/themes/collaboration/comments/new", comment("二人が同時に読む声です。"));
  const address = `/desk/comments/${sent.number}`;
  const b = await (await browser.newContext({ baseURL: site.url })).newPage();
  const links = await addSamplesTo(site);
  for (const [page, link] of [
    [a, links.moderator],
    [b, links.administrator],
  ] as const) {
    await page.goto(link);
    await page.locator("main form button").click();
    await expect(page).toHaveURL(/\/desk(\?|$)/);
  }

  // whoever opens it first has it: the other reads who that is, in the heap and on the page, and is refused
  await a.goto(address);
  await expect(actForm(a, "approve")).toHaveCount(1);
  await b.goto(`/desk?view=pending&kind=COMMENT&q=${sent.number}`);
  await expect(b.locator("main table")).toContainText("が確認中(");
  await b.locator("main [data-row]").click();
  await expect(b.locator("main")).toContainText("が確認中です(");
  await expect(actForm(b, "approve")).toHaveCount(0);
  const refused = await b.request.post(address, {
    form: { act: "approve", intent: "send", version: "1" },
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  expect(refused.status()).toBe(409);
  expect(await refused.text()).toContain("が確認中です(");

  // A writes; meanwhile B takes it over
  await fill(a.locator("#refuse"), { reasonCode: "OTHER", explanation: "ここまで書いた説明です。" });
  await actForm(b, "take-over").locator("button").click();
  await expect(b.locator("main")).toContainText("確認を引き継ぎました。");
  await expect(actForm(b, "approve")).toHaveCount(1);

  // A's page is too old: refused, told by whom, and what was written is there to be copied
  await a.locator('#refuse button[value="return"]:not([hidden])').click();
  await expect(a.locator("main")).toContainText("確認を引き継ぎました。");
  await expect(a.locator("main")).toContainText("ここまで書いた説明です。");
  await a.locator("main a", { hasText: "いまの状態を見る" }).click();
  await expect(a.locator("main")).toContainText("確認を引き継ぎました。");
  await expect(actForm(a, "take-over")).toHaveCount(1);

  // B decides; then it is nobody's, and A may look again
  await press(actForm(b, "approve"), "confirm");
  await press(b, "send");
  await expect(b.locator("main")).toContainText("公開しました。");
  await b.goto("/desk");
  await a.goto(address);
  await expect(a.locator("main")).toContainText("あなたが確認中です(");
  await actForm(a, "let-go").locator("button").click();
  await expect(a.locator("main")).toContainText("確認をやめました。");
  await b.context().close();
});

/** Chooses the first canned reply of a form and puts it in. */
async function insertFirst(form: Locator): Promise<void> {
  await form.locator('[name="reply"]').selectOption({ index: 1 });
  await form.locator('button[value^="insert-"]').click();
}
