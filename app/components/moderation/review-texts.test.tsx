import type i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "#app/domain/shared/personal-data.ts";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { FoundBanner } from "./review-texts.tsx";

const banner = (locale: "ja" | "en", text: string) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={textInstance(locale) as unknown as typeof i18next}>
      <FoundBanner page={{ fields: [{ name: "body", text, findings: findPersonalData(text) }] }} />
    </I18nextProvider>,
  ).replace(/<[^>]+>/g, "");

describe("what looks like personal data", () => {
  it("says of each piece in words how likely it is", () => {
    const text = "電話は090-0000-0000、郵便は053-0000、氏名:見本太郎";
    expect(banner("ja", text)).toMatch(/電話番号 ほぼ確実 .*郵便番号 おそらく .*氏名 もしかすると /);
    expect(banner("en", text)).toMatch(/Telephone Almost certain .*Postal code Likely .*Name Perhaps /);
  });

  it("is counted in good English", () => {
    expect(banner("en", "電話は090-0000-0000です。")).toContain("1 place looks like personal data");
    expect(banner("en", "090-0000-0000と090-0000-0001")).toContain("2 places look like personal data");
  });
});
