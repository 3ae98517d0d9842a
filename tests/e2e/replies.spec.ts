import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { mail } from "../bench/mail/compose.ts";
import { deliverByLmtp, linkIn, type ReceivedMail, waitFor, waitForMail } from "../support/mail.ts";
import { problemsOfOpenPage } from "./support/page-check.ts";
import {
  acceptInvitation,
  actForm,
  becomeAdministrator,
  confirmAddress,
  decide,
  fill,
  invite,
  press,
  sendForm,
} from "./support/people.ts";
import { expect, type Site, test } from "./support/site.ts";

/*
 * From assignment to published answer by reply alone: the desk never opens a page. Its mail server hands one reply over by LMTP and leaves the
 * other in a mailbox.
 */

test.use({ takesReplies: true, contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(180_000);

const deskMailbox = "gyokaku@tomakomai.example";

const repliesOf = ({ replies }: Site) => {
  if (replies === null) throw new Error("this site takes no replies");
  return replies;
};

const ways: { way: string; deliver: (site: Site, raw: Buffer, to: string) => Promise<unknown> }[] = [
  {
    way: "LMTP",
    deliver: (site, raw, to) => deliverByLmtp(repliesOf(site).lmtpPort, { raw, to: [to], from: deskMailbox }),
  },
  { way: "IMAP", deliver: (site, raw) => repliesOf(site).mailbox.put(raw) },
];

/** What an officer's mail program makes of an answer: their words, a signature and the request below. */
function replyTo(request: ReceivedMail, words: string): { raw: Buffer; to: string } {
  const to = request.mail.replyTo?.value[0]?.address ?? "";
  expect(to).toMatch(/^reply\+[0-9a-f]{32}\.[0-9a-f]{20}@reply\.tomakomai\.example$/);
  const quoted = (request.mail.text ?? "")
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
  const signature = "-- \n苫小牧市 行革担当\n電話 0144-32-6169";
  const raw = mail(`${words}\n\n${signature}\n\n2026年11月26日(木) 10:00 創革ひろば:\n${quoted}`, {
    from: deskMailbox,
    to,
    charset: "iso-2022-jp",
    encoding: "7bit",
    messageId: `<${randomUUID()}@tomakomai.example>`,
    headers: [`In-Reply-To: ${request.mail.messageId}`],
  });
  return { raw, to };
}

async function assign(moderator: Page, number: string): Promise<void> {
  await moderator.goto(`/desk/submissions/${number}`);
  const form = actForm(moderator, "assign");
  await fill(form, { instruction: "よろしくお願いします。" });
  const desk = form.locator("select[name=deskId] option", { hasText: "行革担当" }).first();
  await fill(form, { deskId: (await desk.getAttribute("value")) ?? "" });
  await press(form, "send");
  await expect(moderator).toHaveURL(/done=/);
}

test("a desk answers by replying to its mail alone, and the answer is published", async ({ browser, site, page }) => {
  const second = await (await browser.newContext({ baseURL: site.url, locale: "ja-JP" })).newPage();
  const person = await (await browser.newContext({ baseURL: site.url, locale: "ja-JP" })).newPage();
  const moderator = page;
  await becomeAdministrator(moderator, site);
  await invite(moderator, site, { email: "jimukyoku@tomakomai.example", name: "事務局", role: "MODERATOR" });
  const invitation = await waitForMail(site.mail, { to: "jimukyoku@tomakomai.example" });
  await acceptInvitation(second, linkIn(invitation.mail, "/desk/invitation/"));

  for (const { way, deliver } of ways) {
    const citizen = `shimin-${way.toLowerCase()}@example.com`;
    const title = `${way}の日に 町内会の電子回覧板`;
    const answer = `髙﨑地区から、①${way}の順に始めます。`;

    // somebody sends an idea; it is approved and given to a desk
    const { number } = await sendForm(person, "/themes/collaboration/proposals/new?kind=idea", {
      title,
      body: "市から届いたお知らせを、町内会の掲示板アプリでも読めるようにしてください。",
      email: citizen,
      consent: "on",
    });
    await confirmAddress(person, linkIn((await waitForMail(site.mail, { to: citizen })).mail, "/confirm/"));
    await decide(moderator, number, "approve");
    await assign(moderator, number);

    // the desk reads its mail, writes above it and sends
    const request = await waitForMail(site.mail, { to: deskMailbox, subject: number });
    const { raw, to } = replyTo(request, `回答 反映します\n${answer}`);
    await deliver(site, raw, to);

    // a draft in the desk's name, with both readings of the mail and the mail as it came
    const main = second.locator("main");
    const publish = actForm(second, "publish");
    await waitFor(async () => {
      await second.goto(`/desk/submissions/${number}`);
      return (await publish.count()) > 0;
    });
    await expect(main).toContainText(answer);
    await person.goto(`/proposals/${number}`);
    await expect(person.locator("main")).not.toContainText(answer);
    await second.getByRole("link", { name: "メールのやりとり" }).click();
    await second.locator('main details a[href*="/desk/inbox/"]').click();
    await expect(main).toContainText("取り込み済み");
    const [own, whole] = [main.locator("pre").first(), main.locator("pre").nth(1)];
    await expect(own).toHaveText(`回答 反映します\n${answer}`);
    await main.locator("summary", { hasText: "メール全文" }).click();
    await expect(whole).toContainText("苫小牧市 行革担当");
    await expect(whole).toContainText(`> `);
    const download = second.waitForEvent("download");
    await main.getByRole("link", { name: "届いたままのメールを保存する" }).click();
    expect(readFileSync(await (await download).path()).includes(raw.toString("latin1").trim(), 0, "latin1")).toBe(true);

    // somebody else publishes it: it is public, and its author gets it
    await second.goto(`/desk/submissions/${number}`);
    await press(publish, "confirm");
    await expect(main).toContainText(answer);
    await press(publish, "send");
    await expect(second).toHaveURL(/done=/);
    await person.goto(`/proposals/${number}`);
    await expect(person.locator("main")).toContainText(answer);
    await expect(person.locator("main")).toContainText("反映します");
    await expect(person.locator("main")).toContainText("行革担当");
    await expect(person.locator("body")).not.toContainText(deskMailbox);
    const answered = await waitForMail(site.mail, { to: citizen, text: answer });
    expect(answered.mail.subject).toContain(number);
  }
  expect(await repliesOf(site).mailbox.list()).toEqual([]);
  expect(await repliesOf(site).mailbox.list("sokaku-done")).toHaveLength(1);
  // administrators see that the mailbox is read, and so does what watches the site
  await moderator.goto("/desk/mail/health");
  await expect(moderator.locator("#fetched")).toContainText(repliesOf(site).mailbox.settings.name);
  await expect(moderator.locator("#fetched time")).toHaveCount(1);
  expect(await problemsOfOpenPage(moderator)).toEqual([]);
  const metrics = await (await fetch(`${site.url}/metrics`)).text();
  expect(metrics).toContain('sokaku_mail_received_total{way="imap",state="taken"} 1');
  expect(metrics).toContain('sokaku_mail_received_total{way="lmtp",state="taken"} 1');
  expect(metrics).toMatch(/^sokaku_mailbox_retries 0$/m);
  expect(metrics).toMatch(/^sokaku_mailbox_looked_seconds \d/m);
  // a reply that was understood needs no word from us
  expect(site.mail.received.filter(({ mail: { subject } }) => subject?.includes("取り込めません"))).toEqual([]);
});
