import type { Browser, Page } from "@playwright/test";
import { linkIn, waitForMail } from "../support/mail.ts";
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
 * The whole way with JavaScript off: from an idea and a partnership to published answers by mail. Every mail on it is read from the mail
 * server; the last step counts them, so that none too many went out.
 */

const citizen = "shimin-a@example.com";
const company = "kyodo@company.example.com";
const deskMailbox = "gyokaku@tomakomai.example";

const idea = {
  title: "髙﨑さんも𠮷田さんも使える 町内会の電子回覧板 📱",
  body: "回覧板が一周するのに二週間かかります。\n市から届いたお知らせを、町内会の掲示板アプリでも読めるようにしてください。\nمرحبا か\u3099",
  expectedEffect: "お知らせがその日のうちに届きます。",
  area: "沼ノ端",
  displayName: "町内会の班長",
  name: "市民A",
  email: citizen,
  phone: "０９０-1234-5678",
  consent: "on",
};

const partnership = {
  organizationName: "(株)サンプル交通",
  title: "窓口の混み具合をバスの画面で知らせる",
  body: "市の窓口の待ち人数を、バスの車内の画面で案内します。",
  corporateNumber: "７１２３４５６７８９０１２",
  contactPerson: "地域連携担当",
  email: company,
  cooperation: "車内の画面と表示の仕組みを提供します。",
  request: "待ち人数のデータを5分ごとにいただきたいです。",
  costSharing: "NONE",
  confidentialNote: "KIMITSU-7788 年度内の予算は300万円です。",
  consent: "on",
};

async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: "ja-JP" });
  return context.newPage();
}

const mailsTo = (site: Site, address: string) => site.mail.received.filter(({ to }) => to.includes(address));

test("an idea and a partnership go from a theme page to published answers by mail, without JavaScript", async ({
  browser,
  site,
  noScriptPage: person,
}) => {
  test.setTimeout(240_000);
  const { mail } = site;
  const firm = await newPage(browser, site.url);
  const moderator = await newPage(browser, site.url);
  const second = await newPage(browser, site.url);
  const officer = await newPage(browser, site.url);
  const reader = await newPage(browser, site.url);

  // the city gets ready: an administrator and a moderator
  await becomeAdministrator(moderator, site);
  await invite(moderator, site, { email: "jimukyoku@tomakomai.example", name: "事務局", role: "MODERATOR" });
  const invitation = await waitForMail(mail, { to: "jimukyoku@tomakomai.example" });
  expect(invitation.mail.subject).toContain("【創革ひろば】");
  await acceptInvitation(second, linkIn(invitation.mail, "/desk/invitation/"));

  // two people write
  const sentIdea = await sendForm(person, "/themes/collaboration/proposals/new?kind=idea", idea);
  const sentOffer = await sendForm(firm, "/themes/service-evolution/proposals/new?kind=partnership", partnership);

  // an address nobody has confirmed gets the confirmation mail and no other
  const confirmation = await waitForMail(mail, { to: citizen });
  expect(confirmation.mail.subject).toContain(sentIdea.number);
  expect(confirmation.mail.text).not.toContain(idea.title);
  // and it opens nothing: whoever gets it by mistake must not come to read what was sent
  expect(confirmation.mail.text).not.toContain(sentIdea.key);
  await confirmAddress(person, linkIn(confirmation.mail, "/confirm/"));
  await confirmAddress(firm, linkIn((await waitForMail(mail, { to: company })).mail, "/confirm/"));
  const receipt = await waitForMail(mail, { to: citizen, text: idea.title });
  expect(receipt.mail.text).toContain(sentIdea.number);
  await waitForMail(mail, { to: company, text: partnership.title });

  // nothing is public yet
  for (const path of ["/", "/proposals", "/themes/collaboration", `/search?q=${encodeURIComponent("回覧板")}`]) {
    await reader.goto(path);
    await expect(reader.locator("main")).not.toContainText("電子回覧板");
  }
  expect((await reader.goto(`/proposals/${sentIdea.number}`))?.status()).toBe(404);

  // a moderator returns the idea; the author revises it without an account
  const preview = await decide(moderator, sentIdea.number, "return", {
    reasonCode: "OTHER",
    explanation: "どの町内会のことか、書き足してください。",
  });
  expect(preview).toContain("どの町内会のことか、書き足してください。");
  const returned = await waitForMail(mail, { to: citizen, text: "どの町内会のことか" });
  await person.goto(linkIn(returned.mail, "/track/"));
  await person.locator('a[href*="/revise"]').click();
  const revised = `${idea.body}\n沼ノ端の町内会です。`;
  await fill(person, { body: revised });
  await press(person, "confirm");
  await press(person, "send");
  await expect(person.locator("main")).toContainText("沼ノ端の町内会です。");

  // approved
  await decide(moderator, sentIdea.number, "approve");
  await decide(moderator, sentOffer.number, "approve");
  await waitForMail(mail, { to: citizen, text: `/proposals/${sentIdea.number}` });
  await waitForMail(mail, { to: company, text: `/proposals/${sentOffer.number}` });
  await reader.goto(`/proposals/${sentIdea.number}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(idea.title);
  await expect(reader.locator("main")).toContainText("مرحبا か\u3099");
  await expect(reader.locator("body")).not.toContainText("1234-5678");
  await reader.goto(`/proposals/${sentOffer.number}`);
  for (const secret of ["KIMITSU", "5分ごと", "車内の画面と表示", "地域連携担当", company]) {
    await expect(reader.locator("body")).not.toContainText(secret);
  }

  // assigned: the desk's mail is complete in itself, and its link opens the answer page without an account
  for (const { number } of [sentIdea, sentOffer]) {
    await moderator.goto(`/desk/submissions/${number}`);
    await fill(actForm(moderator, "assign"), { instruction: "よろしくお願いします。" });
    await actForm(moderator, "assign")
      .locator("select[name=deskId]")
      .selectOption({ label: "行革担当" })
      .catch(async () => {
        const option = actForm(moderator, "assign").locator("select[name=deskId] option", { hasText: "行革担当" });
        await actForm(moderator, "assign")
          .locator("select[name=deskId]")
          .selectOption((await option.first().getAttribute("value")) ?? "");
      });
    await press(actForm(moderator, "assign"), "send");
    await expect(moderator).toHaveURL(/done=/);
  }
  const toDesk = await waitForMail(mail, { to: deskMailbox, subject: sentIdea.number });
  expect(toDesk.mail.html).toBe(false);
  expect(toDesk.mail.subject).not.toContain("回覧板");
  for (const part of [
    sentIdea.number,
    "協働の推進",
    idea.title,
    "沼ノ端の町内会です。",
    idea.expectedEffect,
    "よろしくお願いします。",
    "0144-32-6169",
  ]) {
    expect(toDesk.mail.text?.replace(/\n/g, "")).toContain(part.replace(/\n/g, ""));
  }
  expect(toDesk.mail.text).toMatch(/令和\d+年\(\d{4}年\)\d+月\d+日/);
  expect(toDesk.mail.text).not.toContain(citizen);
  const offerToDesk = await waitForMail(mail, { to: deskMailbox, subject: sentOffer.number });
  expect(offerToDesk.raw.toString()).not.toContain("KIMITSU");
  expect(offerToDesk.mail.text).not.toContain("KIMITSU");

  for (const { number, to, title, letter, answer } of [
    {
      number: sentIdea.number,
      to: citizen,
      title: idea.title,
      letter: toDesk,
      answer: "令和8年度中に、三つの町内会で試します。",
    },
    {
      number: sentOffer.number,
      to: company,
      title: partnership.title,
      letter: offerToDesk,
      answer: "対話の日を決めるため、担当からご連絡します。",
    },
  ]) {
    await officer.goto(linkIn(letter.mail, "/answer/"));
    await expect(officer.locator("main")).toContainText(title);
    await fill(actForm(officer, "draft"), { outcomeKey: "adopted", body: answer });
    await press(actForm(officer, "draft"), "confirm");
    await press(officer, "send");
    await expect(officer).toHaveURL(/done=draft/);

    // a draft is not public, and another person publishes it
    await reader.goto(`/proposals/${number}`);
    await expect(reader.locator("main")).not.toContainText(answer);
    await second.goto(`/desk/submissions/${number}`);
    await expect(second.locator("main")).toContainText(answer);
    await press(actForm(second, "publish"), "confirm");
    // what people will read and the mail are seen before
    await expect(second.locator("main")).toContainText(answer);
    await press(actForm(second, "publish"), "send");
    await expect(second).toHaveURL(/done=/);

    const answered = await waitForMail(mail, { to, text: answer });
    expect(answered.mail.subject).toContain(number);
    expect(answered.mail.subject).not.toContain(title);
    expect(answered.mail.inReplyTo).toBeTruthy();
    await reader.goto(`/proposals/${number}`);
    await expect(reader.locator("main")).toContainText(answer);
    await expect(reader.locator("main")).toContainText("反映します");
    await expect(reader.locator("main")).toContainText("行革担当");
  }

  // the timeline tells the whole way; the tracking page too
  await reader.goto(`/proposals/${sentIdea.number}`);
  for (const step of ["受け付け", "公開", "回答"]) await expect(reader.locator("main")).toContainText(step);
  await person.goto(sentIdea.trackingPath);
  await expect(person.locator("main")).toContainText("令和8年度中に、三つの町内会で試します。");

  // and nobody got a mail too many
  expect(mailsTo(site, citizen).map((one) => one.mail.subject)).toHaveLength(5);
  expect(mailsTo(site, company).map((one) => one.mail.subject)).toHaveLength(4);
  expect(mailsTo(site, deskMailbox)).toHaveLength(2);
  const ids = mail.received.map((one) => one.mail.messageId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { mail: one } of mail.received) expect(one.headers.get("auto-submitted")).toBe("auto-generated");
});
