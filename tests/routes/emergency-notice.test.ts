import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEmergencyNotice } from "#app/domain/settings/commands/set-emergency-notice.server.ts";
import { getSettingsPage } from "#app/domain/settings/queries/get-settings-page.server.ts";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { testNow } from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const text: Record<Locale, string> = {
  ja: "大雪のため、市役所の窓口を閉めています。<b>",
  easy: "雪が とても 多いです。市役所は 開いていません。",
  en: "City Hall is closed because of heavy snow.",
};
const addresses = [
  paths.home(),
  paths.theme("collaboration"),
  paths.newProposal("collaboration", "idea"),
  paths.track(),
];
const missing = "/no-such-page";

describe("an urgent notice", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  const admin = as(staff("ADMIN"));
  const version = async () => (await getSettingsPage(admin.actor)).version;
  beforeAll(async () => {
    await seedPlan({ actor: { kind: "system", name: "test" }, now: testNow, locale: "ja" });
    site = await startSite();
  });
  afterAll(() => site.close());

  const pages = async (locale: Locale) => {
    const bodies: string[] = [];
    for (const address of [...addresses, missing]) bodies.push((await site.ask(localizedPath(locale, address))).body);
    return bodies;
  };

  it("stands on every public page in its language, in place of the page that was kept, and goes when it is taken away", async () => {
    for (const locale of locales) for (const body of await pages(locale)) expect(body).not.toContain("/snow");

    await setEmergencyNotice(admin, { version: await version(), notice: { text, href: "/plan?about=/snow" } });
    for (const locale of locales) {
      for (const body of await pages(locale)) {
        expect(body).toContain(text[locale].replace("<b>", "&lt;b&gt;"));
        expect(body).toContain("/snow");
        expect(body.indexOf(text[locale].slice(0, 10))).toBeLessThan(body.indexOf("<h1"));
      }
    }

    await setEmergencyNotice(admin, { version: await version(), notice: null });
    for (const locale of locales) for (const body of await pages(locale)) expect(body).not.toContain("/snow");
  });
});
