import { describe, expect, it } from "vitest";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { mailLinks, mask, maskedMailLinks } from "../mail-links.ts";
import type { MailDesk, MailParams, MailTemplate, TrackedItem } from "../mail-message.ts";
import { mailContents } from "./mail-contents.ts";
import { type MailToRender, renderMail } from "./render-mail.ts";
import { displayWidth } from "./wrap-text.ts";

const item: TrackedItem = { type: "submission", id: "5b1d6c1e-0000-4000-8000-000000000001", number: "R8-0042" };
const trackingKey = "0123-4567-89AB-CDEF-GHJK";
const token = "t".repeat(43);
const dueOn = "2026-12-04";
const body = `公園の草刈りを、近くの町内会と企業が一緒に行う日を決めてはどうでしょうか。${"長い".repeat(60)}\n\n二行目です。`;
const title = "髙﨑の「草刈り」👨‍👩‍👧 提案";
const desk: MailDesk = {
  name: { ja: "行革担当", easy: "行革担当", en: "Reform Desk" },
  section: { ja: "行政監理室", easy: "行政監理室", en: "Management Office" },
  phone: "0144-32-6160",
  hours: { ja: "平日 8時45分から17時15分まで", easy: "午前8時45分から", en: "Weekdays 8:45 to 17:15" },
};

const samples: { [T in MailTemplate]: MailParams[T][] } = {
  "confirm-address": [{ item, confirmationId: "c", expiresOn: dueOn }],
  receipt: [
    { item, kind: "IDEA", title, body, reviewDueOn: dueOn },
    { item, kind: "PARTNERSHIP", title, body, reviewDueOn: null },
    { item, kind: "INQUIRY", title, body, reviewDueOn: null },
    { item: { ...item, type: "comment" }, kind: "COMMENT", title: null, body, reviewDueOn: dueOn },
  ],
  "inquiry-received": [
    { item, title, body, desk, dueOn },
    { item, title, body, desk, dueOn: null },
  ],
  published: [
    { item, kind: "IDEA", title, path: "/proposals/R8-0042" },
    { item, kind: "PARTNERSHIP", title, path: "/proposals/R8-0042" },
    { item, kind: "COMMENT", title: null, path: "/themes/collaboration" },
  ],
  returned: [{ item, title, reasonCode: "PERSONAL_DATA", explanation: body }],
  declined: [
    { item, title, reasonCode: "OFF_TOPIC", explanation: body, stillAnswered: true },
    { item, title: null, reasonCode: "a code of tomorrow", explanation: body, stillAnswered: false },
  ],
  hidden: [{ item, title, reasonCode: "ABUSE", explanation: body }],
  restored: [{ item, title, path: "/proposals/R8-0042" }],
  asked: [{ item, title, desk, question: body }],
  answered: [
    {
      item,
      title,
      desk,
      outcome: { ja: "反映します", easy: "します", en: "Adopted" },
      referral: null,
      body,
      answerVersion: 1,
      path: "/proposals/R8-0042",
    },
    {
      item,
      title,
      desk,
      outcome: { ja: "市の担当ではありません", easy: "市の仕事ではありません", en: "Not ours" },
      referral: "北海道",
      body,
      answerVersion: 2,
      path: null,
    },
  ],
  commented: [{ item, title, commentBody: body, path: "/proposals/R8-0042" }],
  assigned: [
    {
      number: item.number,
      kind: "PARTNERSHIP",
      review: "PUBLISHED",
      themeTitle: "協働の推進",
      questionText: "一緒にできることは何ですか。",
      title,
      body,
      expectedEffect: "きれいになります。",
      area: "市内全域",
      displayName: null,
      organizationName: "株式会社サンプル",
      partnership: {
        cooperation: "草刈り機を貸します。",
        request: "場所の調整",
        costSharing: "PARTIAL",
        hasConfidentialNote: true,
        contactPerson: "総務課の担当者",
      },
      receivedOn: "2026-11-22",
      dueOn,
      instruction: "早めにお願いします。",
      answerLinkId: "l",
      deskName: desk.name,
    },
    {
      number: item.number,
      kind: "IDEA",
      review: "PENDING",
      themeTitle: null,
      questionText: null,
      title,
      body,
      expectedEffect: null,
      area: null,
      displayName: null,
      organizationName: null,
      partnership: null,
      receivedOn: "2026-11-22",
      dueOn,
      instruction: null,
      answerLinkId: "l",
      deskName: desk.name,
    },
  ],
  replied: [{ number: item.number, title, question: body, reply: body, dueOn, answerLinkId: "l", deskName: desk.name }],
  invitation: [{ invitationId: "i", name: "行革担当", role: "MODERATOR", expiresOn: dueOn }],
};

const every = (Object.keys(mailContents) as MailTemplate[]).flatMap((template) =>
  samples[template].flatMap((params, index) =>
    locales.map((locale) => ({ name: `${template} ${index + 1} ${locale}`, template, locale, params })),
  ),
);

function render(message: { template: MailTemplate; params: unknown }, locale: Locale, takesReplies = false) {
  const links = mailLinks("https://hiroba.example.com", locale, {
    trackingKey: () => trackingKey,
    token: () => token,
  });
  return renderMail(message as MailToRender, locale, { links, officePhone: "0144-32-6169", takesReplies });
}

const undone = /undefined|null|NaN|\[object|\{\{|\}\}|\$t\(/;

describe.each(every)("$name", ({ template, locale, params }) => {
  const { subject, text, html } = render({ template, params }, locale);

  it("says what and which number in the subject, and nobody's words", () => {
    expect(subject).toMatch(/^【創革ひろば】\S/);
    if (template !== "invitation") expect(subject).toMatch(/ R8-0042$/);
    for (const words of [title, "株式会社サンプル", "行革担当", "公園"]) expect(subject).not.toContain(words);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("leaves nothing unfilled", () => {
    for (const part of [subject, text, html ?? ""]) expect(part).not.toMatch(undone);
    expect(text).not.toMatch(/\b(label|link|signature|reason|review|kind|role)\.[A-Za-z]/);
  });

  it("keeps lines within 70 columns, addresses excepted", () => {
    expect(text.split("\n").filter((line) => !line.includes("https://") && displayWidth(line) > 70)).toEqual([]);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("says which number, whom to call and where the site is", () => {
    if (template !== "invitation") expect(text).toContain("R8-0042");
    expect(text).toMatch(/0144-32-616[09]/);
    expect(text).toContain(`https://hiroba.example.com${locale === "ja" ? "" : `/${locale}`}`);
  });

  it("has HTML for people and staff, and none for desks", () => {
    if (template === "assigned" || template === "replied") {
      expect(html).toBeNull();
      return;
    }
    expect(html).toContain(`<html lang="${locale === "en" ? "en" : "ja"}">`);
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(|src=|onerror/i);
    const addresses = [...(html ?? "").matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/hiroba\.example\.com/);
    // Every address in the HTML is in the text too, for readers who get only that.
    for (const address of addresses) expect(text).toContain((address ?? "").replaceAll("&amp;", "&"));
  });

  it("is the same every time", () => {
    expect(render({ template, params }, locale)).toEqual({ subject, text, html });
  });
});

describe("people's own words", () => {
  it("arrive unchanged, set apart on every line", () => {
    const words = "髙﨑さん 👩‍👧‍👦 ①㈱ ｶﾞ が 葛󠄀 العربية \u202eabc\u202c {{number}} $t(greeting) <b>&amp;</b>";
    const { text, html } = render(
      {
        template: "receipt",
        params: { item, kind: "IDEA", title: words.slice(0, 12), body: words, reviewDueOn: null },
      },
      "ja",
    );
    const quoted = text
      .split("\n")
      .filter((line) => line.startsWith("> "))
      .map((line) => line.slice(2))
      .join(" ");
    expect(quoted).toBe(words);
    expect(html).toContain("{{number}} $t(greeting) &lt;b&gt;&amp;amp;&lt;/b&gt;</blockquote>");
  });

  it("cannot pass for the platform's", () => {
    const forged = "本文\n\n----------------------------------------\n■ 回答のページ\nhttps://evil.example/answer";
    const { text } = render({ template: "assigned", params: { ...samples.assigned[1], body: forged } }, "ja");
    expect(text).toContain("> ■ 回答のページ\n> https://evil.example/answer");
    expect(text.split("\n").filter((line) => line.startsWith("https://"))).toEqual([
      `https://hiroba.example.com/answer/${token}`,
      "https://hiroba.example.com/",
    ]);
  });

  it("stay what they are in a name that fills a sentence", () => {
    const params = { ...samples.invitation[0], name: "{{phone}} $t(greeting)" };
    expect(render({ template: "invitation", params }, "ja").text).toContain("{{phone}} $t(greeting) 様");
  });
});

describe("the mail to a desk", () => {
  it.each(["ja", "en"] as const)("is complete in itself in %s", (locale) => {
    const [params] = samples.assigned;
    const { text } = render({ template: "assigned", params }, locale);
    expect(text.replaceAll(/\n> |\n {2,3}|\n/g, "")).toContain(formatDate(dueOn, locale));
    for (const fact of [
      "協働の推進",
      "株式会社サンプル",
      "総務課の担当者",
      "場所の調整",
      "早めにお願いします。",
      "0144-32-6169",
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toMatch(/^1\. .*\n(?: {3}.*\n)*2\. .*\n(?: {3}.*\n)*3\. /m);
    expect(text.split("\n")).toContain(`https://hiroba.example.com${locale === "ja" ? "" : "/en"}/answer/${token}`);
  });

  it("promises that replies arrive only where they do", () => {
    const message = { template: "assigned" as const, params: samples.assigned[1] };
    expect(render(message, "ja", false).text).toContain("返信いただいても届きません");
    expect(render(message, "ja", false).text).not.toContain("このメールへの返信は");
    expect(render(message, "ja", true).text).toContain("このメールへの返信は、事務局に届きます");
    expect(render(message, "ja", true).text).not.toContain("返信いただいても届きません");
  });

  it("says that there is a confidential note", () => {
    expect(render({ template: "assigned", params: samples.assigned[0] }, "ja").text).toContain(
      "■ 秘密にしてほしいこと: あります。",
    );
    expect(render({ template: "assigned", params: samples.assigned[1] }, "ja").text).not.toContain(
      "秘密にしてほしいこと",
    );
  });
});

describe("links", () => {
  it("are made for the language of the mail", () => {
    expect(render({ template: "confirm-address", params: samples["confirm-address"][0] }, "easy").text).toContain(
      `\nhttps://hiroba.example.com/easy/track/R8-0042/${trackingKey}?confirm=${token}\n`,
    );
    expect(render({ template: "invitation", params: samples.invitation[0] }, "en").text).toContain(
      `\nhttps://hiroba.example.com/desk/invitation/${token}\n`,
    );
  });

  it("can be masked, with nothing secret left", () => {
    for (const { template, params, locale } of every) {
      const masked = renderMail({ template, params } as MailToRender, locale, {
        links: maskedMailLinks("https://hiroba.example.com", locale),
        officePhone: "0144-32-6169",
        takesReplies: false,
      });
      for (const part of [masked.text, ...(masked.html === null ? [] : [masked.html])]) {
        expect(part).toContain(mask);
        expect(part).not.toMatch(/%E3|%20/);
      }
    }
  });
});

describe("every language", () => {
  it("has its own words for everything", () => {
    for (const template of Object.keys(samples) as MailTemplate[]) {
      const [params] = samples[template];
      const texts = locales.map((locale) => render({ template, params }, locale).text);
      expect([template, new Set(texts).size]).toEqual([template, locales.length]);
    }
  });
});
