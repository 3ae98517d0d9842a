import { paths } from "#app/routes/paths.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { confirmIdea, sendIdea } from "../support/send-idea.ts";
import { actForm, confirmAddress, decide, fill, press } from "./support/people.ts";
import { addSamplesTo } from "./support/samples.ts";
import { expect, test } from "./support/site.ts";

/*
 * A reader's report from the page of a proposal to the mail about its outcome, with JavaScript off on both sides.
 */

const reader = "told@example.com";
const words = "二段落目に、近所の方の電話番号が書かれています。";
const explanation = "市の施設の電話番号でした。そのまま公開します。";

test("a report goes from a proposal to the desk and its outcome back by mail, without JavaScript", async ({
  browser,
  site,
}) => {
  test.setTimeout(120_000);
  const links = await addSamplesTo(site);
  const context = { javaScriptEnabled: false, baseURL: site.url, locale: "ja-JP" };
  // mails about samples go to nobody, so the proposal is none
  const fields = { title: "公園の水飲み場", body: "公園に水飲み場がほしいです。", email: "", consent: "on" };
  const { number } = await sendIdea(site.url, "collaboration", await confirmIdea(site.url, "collaboration", fields));
  const proposal = paths.proposal(number);
  const desk = await (await browser.newContext(context)).newPage();
  await desk.goto(links.moderator);
  await desk.locator("main form button").first().click();
  await decide(desk, number, "approve");
  const page = await (await browser.newContext(context)).newPage();
  // the decision can be taken back for some seconds first
  await expect.poll(async () => (await page.goto(proposal))?.status(), { timeout: 40_000 }).toBe(200);
  await page.locator(`a[href="${paths.reportProposal(number)}"]`).click();

  await press(page, "confirm");
  await expect(page.locator('a[href="#reasonCode"]')).toBeVisible();
  await fill(page, { reasonCode: "PERSONAL_DATA", words, email: reader });
  await press(page, "confirm");
  await expect(page.locator("main")).toContainText(words);
  await press(page, "back");
  await expect(page.locator('textarea[name="words"]')).toHaveValue(words);
  await press(page, "confirm");
  await press(page, "send");
  await expect(page).toHaveURL(/\/report\?done=sent$/);
  const asked = await waitForMail(site.mail, { to: reader });
  await confirmAddress(page, linkIn(asked.mail, "/confirm/"));

  await desk.goto(`${paths.desk()}?view=reported`);
  await desk.getByRole("link", { name: number }).click();
  await expect(desk.locator("#reports")).toContainText(words);
  await expect(desk.locator("#reports")).not.toContainText(reader);
  await press(actForm(desk, "show-reporter"), "send");
  await expect(desk.locator("#reports")).toContainText(reader);
  await fill(actForm(desk, "close-reports"), { outcome: "KEPT", explanation });
  await press(actForm(desk, "close-reports"), "confirm");
  await expect(desk.locator("main")).toContainText(explanation);
  await press(desk, "send");
  await expect(desk).toHaveURL(/done=close-reports/);
  await desk.goto(`${paths.desk()}?view=reported`);
  await expect(desk.getByRole("link", { name: number })).toHaveCount(0);

  await expect
    .poll(() => site.mail.received.filter(({ to }) => to.includes(reader)).map(({ raw }) => raw.length).length)
    .toBe(2);
  await page.goto(proposal);
  for (const told of [words, explanation, reader]) await expect(page.locator("body")).not.toContainText(told);
});
