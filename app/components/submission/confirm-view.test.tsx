import type i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { ConfirmView } from "./confirm-view.tsx";
import { ideaForm, inquiryForm, partnershipForm } from "./form-spec.ts";

const render = (spec: Parameters<typeof ConfirmView>[0]["spec"], values: Record<string, string>) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={textInstance("ja") as unknown as typeof i18next}>
      <ConfirmView
        spec={spec}
        values={values}
        idempotencyKey="key"
        action="/sent-here"
        publishedPhones={["0144-32-6169"]}
        sendLabel="送る"
      />
    </I18nextProvider>,
  );

const between = (html: string, from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to));

describe("the confirm page", () => {
  it("shows each text on the side of those who will read it", () => {
    const html = render(partnershipForm, {
      organizationName: "例示交通",
      title: "送迎",
      body: "概要です",
      confidentialNote: "社外秘",
      contactPerson: "企画担当",
      corporateNumber: "none",
    });
    const [publicPart, cityPart] = [
      between(html, 'id="public-part"', 'id="city-part"'),
      between(html, 'id="city-part"', "<form"),
    ];
    for (const text of ["例示交通", "送迎", "概要です"])
      expect([publicPart.includes(text), cityPart.includes(text)]).toEqual([true, false]);
    for (const text of ["社外秘", "企画担当", "法人番号はない"])
      expect([publicPart.includes(text), cityPart.includes(text)]).toEqual([false, true]);
  });

  it("marks personal data in the public part, but not the city's own telephone nor the city-only part", () => {
    const html = render(ideaForm, {
      title: "0144-32-6169 に電話した",
      body: "私の電話は090-1234-5678です",
      phone: "090-8765-4321",
    });
    expect([...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => match[1])).toEqual(["090-1234-5678"]);
    expect(html).toContain("公開される部分に、個人情報のようなものがあります");
    expect(render(ideaForm, { title: "題名", body: "本文" })).not.toContain("個人情報のような記載");
  });

  it("carries everything that was typed on, as it was typed, and never as markup", () => {
    const typed = '  "><script>alert(1)</script>\r\n二行目  ';
    const html = render(ideaForm, { title: "題名", body: typed });
    expect(html).not.toContain("<script>");
    expect(html).toContain('name="body" value="  &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\r\n二行目  "');
  });

  it("has no public part for an inquiry", () => {
    expect(render(inquiryForm, { title: "件名", body: "本文" })).not.toContain('id="public-part"');
  });
});
