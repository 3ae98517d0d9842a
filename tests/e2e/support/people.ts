import { expect, type Locator, type Page } from "@playwright/test";
import type { Site } from "./site.ts";

/** A form on a desk or answer page, by the act it performs. */
export function actForm(page: Page, act: string): Locator {
  return page.locator("form", { has: page.locator(`input[name="act"][value="${act}"]`) });
}

/** Fills fields by name: what a form's contract promises, whatever its labels say. Opens the part of the page they stand in. */
export async function fill(scope: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = scope.locator(`[name="${name}"]`).first();
    await unfold(field);
    const type = (await field.getAttribute("type")) ?? "";
    if (type === "radio" || type === "checkbox") await scope.locator(`[name="${name}"][value="${value}"]`).check();
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

export async function press(scope: Page | Locator, intent: string): Promise<void> {
  const button = scope.locator(`button[name="intent"][value="${intent}"]`);
  await unfold(button);
  await button.click();
}

/** Opens what is folded around something, from the outside in. */
async function unfold(inside: Locator): Promise<void> {
  const folded = inside.locator("xpath=ancestor::details[not(@open)]");
  while ((await folded.count()) > 0) await folded.first().locator("> summary").click();
}

export type Receipt = { number: string; key: string; trackingPath: string };

/** Input → confirm → receipt, as a person does it. @returns what the receipt page shows. */
export async function sendForm(page: Page, path: string, fields: Record<string, string>): Promise<Receipt> {
  await page.goto(path);
  await fill(page, fields);
  await press(page, "confirm");
  await expect(page.locator('input[type="hidden"][name="idempotencyKey"]')).toHaveCount(1);
  await press(page, "send");
  await expect(page).toHaveURL(/\/receipts\//);
  const link = await page.locator('a[href*="/track/R"]').first().getAttribute("href");
  const [, number = "", key = ""] = /\/track\/([^/]+)\/([^/?]+)/.exec(link ?? "") ?? [];
  await expect(page.locator("main")).toContainText(number);
  await expect(page.locator("main")).toContainText(key);
  return { number, key, trackingPath: new URL(link ?? "", page.url()).pathname };
}

/** The confirmation mail → its page → button: the address is theirs. */
export async function confirmAddress(page: Page, link: string): Promise<void> {
  await page.goto(link);
  const button = page.locator("main form button");
  await button.click();
  await expect(button).toHaveCount(0);
}

export const password = "ながくて おぼえやすい 合言葉 2026";

/** The link printed on the first start makes the first administrator, who puts the second factor off on this machine. */
export async function becomeAdministrator(page: Page, site: Site): Promise<void> {
  const link = /http\S+\/desk\/invitation\/\S+/.exec(site.app.output())?.[0];
  if (!link) throw new Error(`no link for the first administrator in:\n${site.app.output()}`);
  await page.goto(link);
  await fill(page, { email: "kanri@tomakomai.example", name: "管理者", password });
  await page.locator("main form button").first().click();
  await putOffSecondFactor(page);
}

/** An administrator invites a colleague, who opens the mail's link in a browser of their own. */
export async function invite(
  admin: Page,
  site: Site,
  colleague: { email: string; name: string; role: string },
): Promise<void> {
  await admin.goto(`${site.url}/desk/staff/invite`);
  const form = actForm(admin, "invite");
  await fill(form, colleague);
  await form.locator('button[type="submit"]').last().click();
  await expect(admin).toHaveURL(/\/desk\/staff/);
}

export async function acceptInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await fill(page, { password });
  await page.locator("main form button").first().click();
  await putOffSecondFactor(page);
}

/** On a site served to its own machine the second factor may wait. */
async function putOffSecondFactor(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/desk\/sign-in\/set-up/);
  await actForm(page, "putOff").locator("button").click();
  await expect(page).toHaveURL(/\/desk(\?|$)/);
}

/** A decision with its confirm page. @returns the confirm page's text, which shows the mail the author gets. */
export async function decide(
  page: Page,
  number: string,
  act: "approve" | "return" | "decline",
  reason?: { reasonCode: string; explanation: string },
): Promise<string> {
  await page.goto(`/desk/submissions/${number}`);
  if (act === "approve") await press(actForm(page, "approve"), "confirm");
  else {
    const form = page.locator("form", { has: page.locator('button[name="act"]') });
    await fill(form, reason ?? {});
    await form.locator(`button[name="act"][value="${act}"]:not([hidden])`).click();
  }
  const preview = await page.locator("main").textContent();
  await press(page, "send");
  await expect(page).toHaveURL(/done=/);
  return preview ?? "";
}
