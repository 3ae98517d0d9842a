import type i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { ReviewHistory } from "./review-history.tsx";

it("names what was done as the log of the desk does, and shows the code of what nobody does any more", () => {
  const entry = { at: "2026-11-26T03:00:00.000Z", by: "審査担当" };
  const audit = ["hide-comment", "view-original", "gone-long-ago"].map((action) => ({ id: action, action, ...entry }));
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={textInstance("ja") as unknown as typeof i18next}>
      <ReviewHistory page={{ audit, timeline: [], decisions: [], revision: 1, revisions: [] }} />
    </I18nextProvider>,
  );
  expect(markup).toContain("コメントを非表示");
  expect(markup).toContain("gone-long-ago");
  expect(markup).not.toMatch(/hide-comment|view-original/);
});
