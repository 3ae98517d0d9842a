import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { exampleSecrets, mailExamples } from "../mail-examples.ts";
import { mailLinks, mask, maskedMailLinks } from "../mail-links.ts";
import { type MailParams, type MailTemplate, mailAudience, mailTemplates, type TrackedItem } from "../mail-message.ts";
import { numberOf } from "./mail-contents.ts";
import { inMailLook, mailSheets, mailStyles } from "./mail-look.ts";
import { type MailToRender, renderMail } from "./render-mail.ts";
import { displayWidth, mailWidth } from "./wrap-text.ts";

const { token } = exampleSecrets;
const item: TrackedItem = { type: "submission", id: "5b1d6c1e-0000-4000-8000-000000000001", number: "R8-0042" };
const body = `公園の草刈りを、近くの町内会と企業が一緒に行う日を決めてはどうでしょうか。${"長い".repeat(60)}\n\n二行目です。`;
const title = "髙﨑の「草刈り」👨‍👩‍👧 提案";

/** What the examples need not show to people: codes, kinds and dates at their limits. */
const odd: MailToRender[] = [
  { template: "receipt", params: { item, kind: "INQUIRY", title, body, reviewDueOn: null } },
  { template: "receipt", params: { item, kind: "PARTNERSHIP", title, body, reviewDueOn: null } },
  { template: "inquiry-received", params: { ...mailExamples("ja")["inquiry-received"][0].params, dueOn: null } },
  { template: "published", params: { item, kind: "INQUIRY", title, path: "/contact" } },
  {
    template: "declined",
    params: { item, title: null, reason: { ja: "理由", easy: "", en: "" }, explanation: body, stillAnswered: false },
  },
  {
    template: "assigned",
    params: { ...mailExamples("ja").assigned[0].params, review: "a state of tomorrow", themeTitle: null, title, body },
  },
];

const every = locales.flatMap((locale) => [
  ...mailTemplates.flatMap((template) =>
    mailExamples(locale)[template].map(({ name, params }) => ({
      name: `${template} ${name} ${locale}`,
      locale,
      message: { template, params } as MailToRender,
    })),
  ),
  ...odd.map((message, index) => ({ name: `${message.template} odd ${index + 1} ${locale}`, locale, message })),
]);

function render(message: MailToRender, locale: Locale, takesReplies = false) {
  const links = mailLinks("https://hiroba.example.com", locale, exampleSecrets);
  return renderMail(message, locale, { links, officePhone: "0144-32-6169", takesReplies });
}

/** The first example of a template in Japanese, with what the test changes. */
function message<T extends MailTemplate>(template: T, changes: Partial<MailParams[T]> = {}): MailToRender {
  return { template, params: { ...mailExamples("ja")[template][0].params, ...changes } } as MailToRender;
}

const undone = /undefined|null|NaN|\[object|\{\{|\}\}|\$t\(/;

/** The only colours and styles of a mail. */
const styles = new Set<string>(Object.values(mailStyles));

/** As HTML goes to mail programs, not to browsers: old attributes are what is left where styles are dropped (see renderMailHtml). */
/** Mails to readers with accounts, lists, and what a reader is told of a report open nothing that needs a key. */
const holdsNoKey: MailTemplate[] = [
  "escalated",
  "overdue",
  "desk-digest",
  "weekly-digest",
  "report-closed",
  "delivery-test",
];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off",
    "no-inline-style": "off",
    "no-deprecated-attr": "off",
    "no-conditional-comment": "off",
    "prefer-tbody": "off",
    "attribute-boolean-style": "off",
    // mail programs show the subject, not the title
    "long-title": "off",
    // a number may stand in brackets, in people's words or not
    "tel-non-breaking": "off",
  },
});

describe.each(every)("$name", ({ message, locale }) => {
  const { template } = message;
  const { subject, text, html } = render(message, locale);
  const number = numberOf(message.params);

  it("says what and which number in the subject, and nobody's words", () => {
    expect(subject).toMatch(/^【創革ひろば】\S/);
    if (number !== null) expect(subject).toMatch(/ R8-\d{4}$/);
    const { params } = message;
    const words = ["title", "body", "name", "deskName", "explanation"].flatMap((key) =>
      key in params ? Object.values({ value: params[key as keyof typeof params] }).filter((value) => value) : [],
    );
    for (const word of words) expect(subject).not.toContain(String(word));
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("leaves nothing unfilled", () => {
    for (const part of [subject, text, html ?? ""]) expect(part).not.toMatch(undone);
    expect(text).not.toMatch(/\b(label|link|signature|reason|review|kind|role|receipt|assigned)\.[A-Za-z]/);
  });

  it("keeps lines within 70 columns, addresses excepted, and an address on a line of its own", () => {
    const lines = text.split("\n");
    expect(lines.filter((line) => !/https?:\/\//.test(line) && displayWidth(line) > mailWidth)).toEqual([]);
    const ours = lines.filter((line) => line.includes("https://hiroba.example.com"));
    expect(ours.length).toBeGreaterThan(0);
    for (const line of ours) expect(line).toMatch(/^https:\/\/\S+$/);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("begins no line with what must not begin one, and uses no character an old program lacks", () => {
    const lines = text.split("\n").map((line) => line.replace(/^(?:> ?|・|■ | {2,3})/, ""));
    expect(
      lines.filter((line) => /^[、。，．）」』】？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u.test(line)),
    ).toEqual([]);
    const own = lines.filter((_, index) => !text.split("\n")[index]?.startsWith(">")).join("\n");
    expect(own).not.toMatch(/[\u2500-\u257f\u2010-\u2015\u2460-\u24ff\uff61-\uff9f]/u);
  });

  it("says what happened before anything else, and how to reach whom at its end", () => {
    const [first = ""] = text.split("\n\n");
    if (mailAudience[template] === "PERSON") expect(first).toMatch(locale === "en" ? /\.$/ : /。$/);
    const end = text.slice(text.indexOf("-".repeat(40)));
    expect(end).toMatch(/0144-32-6169/);
    expect(end).toContain(`https://hiroba.example.com${locale === "ja" ? "" : `/${locale}`}`);
    if (number !== null) expect(text).toMatch(/: R8-\d{4}\n/);
  });

  it("has HTML for people, and none for desks and staff", () => {
    if (mailAudience[template] !== "PERSON") {
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

  it("has HTML that is small, valid, with one button at most, and in the colours of the site alone", async () => {
    if (html === null) return;
    const isDigest = template === "follow-news" && number === null;
    expect(Buffer.byteLength(html)).toBeLessThan((isDigest ? 24 : 12) * 1024);
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
    expect(html.match(/class="press"/g)?.length ?? 0).toBe(1);
    const used = [...html.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => style);
    expect(used.filter((style) => !styles.has(style))).toEqual([]);
    expect([...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, sheet]) => sheet).slice(0, 2)).toEqual(
      mailSheets("sent"),
    );
  });

  it("is the same every time", () => {
    expect(render(message, locale)).toEqual({ subject, text, html });
  });
});

describe("people's own words", () => {
  it("arrive unchanged, set apart on every line", () => {
    const words = "髙﨑さん 👩‍👧‍👦 ①㈱ ｶﾞ が 葛󠄀 العربية \u202eabc\u202c {{number}} $t(greeting) <b>&amp;</b>";
    const { text, html } = render(message("receipt", { title: words.slice(0, 12), body: words }), "ja");
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
    const { text } = render(message("assigned", { body: forged }), "ja");
    expect(text).toContain("> ■ 回答のページ\n> https://evil.example/answer");
    expect(text.split("\n").filter((line) => line.startsWith("https://"))).toEqual([
      `https://hiroba.example.com/answer/${token("answer-link", "")}`,
      "https://hiroba.example.com/",
    ]);
  });

  it("cannot put a style or an address into the HTML", () => {
    const forged = '" style="color:red" class="press"><style>p{color:red}</style><a href="https://evil.example">';
    const { html } = render(message("receipt", { title: forged, body: forged }), "ja");
    expect(html).not.toMatch(/style="color:red|<style>p|href="https:\/\/evil/);
    const bare = inMailLook(html ?? "", "bare");
    expect(bare).not.toMatch(/<style>| style="/);
    expect(bare).toContain("&quot; style=&quot;color:red&quot;");
  });

  it("stay what they are in a name that fills a sentence", () => {
    expect(render(message("invitation", { name: "{{phone}} $t(greeting)" }), "ja").text).toContain(
      "{{phone}} $t(greeting) 様",
    );
  });
});

describe("the mail to a desk", () => {
  const [idea, partnership] = mailExamples("ja").assigned;

  it.each(["ja", "en"] as const)("is complete in itself in %s", (locale) => {
    const { text } = render({ template: "assigned", params: partnership?.params ?? idea.params }, locale);
    expect(text.replaceAll(/\n> |\n {2,3}|\n/g, locale === "en" ? " " : "")).toContain(
      formatDate("2027-01-15", locale),
    );
    for (const fact of ["市民サービスの進化", "(株)サンプル交通", "企画部の担当者", "車内の画面10台", "0144-32-6169"]) {
      expect(text).toContain(fact);
    }
    expect(text).toMatch(/^1\. .*\n(?: {3}.*\n)*2\. .*\n(?: {3}.*\n)*3\. /m);
    expect(text.split("\n")).toContain(
      `https://hiroba.example.com${locale === "ja" ? "" : "/en"}/answer/${token("answer-link", "")}`,
    );
  });

  it("says what to do before what it is about, and where to do it after that", () => {
    const { text } = render(message("assigned"), "ja");
    const places = ["までに", "■ していただくこと", "・受付番号: ", "■ 内容", "■ 回答のページ", "-".repeat(40)].map(
      (part) => text.indexOf(part),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("promises that replies arrive only where they do", () => {
    expect(render(message("assigned"), "ja", false).text).toContain("返信いただいても届きません");
    expect(render(message("assigned"), "ja", false).text).not.toContain("このメールへの返信は");
    expect(render(message("assigned"), "ja", true).text.replaceAll("\n", "")).toContain(
      "このメールに返信しても、回答案を送れます",
    );
    expect(render(message("assigned"), "ja", true).text).not.toContain("返信いただいても届きません");
  });

  it("says that there is a confidential note", () => {
    const text = (example: typeof idea | undefined) =>
      render({ template: "assigned", params: (example ?? idea).params }, "ja").text;
    expect(text(partnership)).toContain("・秘密にしてほしいこと: あります。");
    expect(text(idea)).not.toContain("秘密にしてほしいこと");
  });
});

describe("links", () => {
  it("are made for the language of the mail", () => {
    expect(render(message("confirm-address"), "easy").text).toContain(
      `\nhttps://hiroba.example.com/easy/confirm/${token("confirm-address", "")}\n`,
    );
    expect(render(message("invitation"), "en").text).toContain(
      `\nhttps://hiroba.example.com/desk/invitation/${token("invitation", "")}\n`,
    );
  });

  it("can be masked, with nothing secret left", () => {
    for (const { message, locale } of every) {
      const masked = renderMail(message, locale, {
        links: maskedMailLinks("https://hiroba.example.com", locale),
        officePhone: "0144-32-6169",
        takesReplies: false,
      });
      for (const part of [masked.text, ...(masked.html === null ? [] : [masked.html])]) {
        const opensNothing =
          holdsNoKey.includes(message.template) ||
          (message.template === "reply-not-taken" && message.params.problem === "turnOver");
        if (!opensNothing) expect(part).toContain(mask);
        expect(part).not.toMatch(/%E3|%20/);
      }
    }
  });
});

describe("every language", () => {
  it("has its own words for everything", () => {
    for (const template of mailTemplates) {
      const [{ params }] = mailExamples("ja")[template];
      const texts = locales.map((locale) => render({ template, params } as MailToRender, locale).text);
      expect([template, new Set(texts).size]).toEqual([template, locales.length]);
    }
  });
});
