import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { getSettings } from "../get-settings.server.ts";
import { getEmergencyNotice } from "../queries/get-emergency-notice.server.ts";
import { getSettingsPage } from "../queries/get-settings-page.server.ts";
import { emergencyFormSchema } from "../settings.schema.ts";
import { defaultSettings, type EmergencyNotice } from "../settings.ts";
import { changeSettings } from "./change-settings.server.ts";
import { setEmergencyNotice } from "./set-emergency-notice.server.ts";

useDatabase();

const admin = as(staff("ADMIN"));
const notice: EmergencyNotice = {
  text: {
    ja: "大雪のため、市役所の窓口を閉めています。",
    easy: "雪が とても 多いです。市役所は 開いていません。",
    en: "City Hall is closed because of heavy snow.",
  },
  href: "https://www.tomakomai.example/snow",
};
const version = async () => (await getSettingsPage(admin.actor)).version;
const shown = () => Promise.all(locales.map((locale) => getEmergencyNotice(anonymous, locale)));

describe("the urgent notice", () => {
  it("is shown to everybody in their language as soon as it is set, with one audit entry", async () => {
    expect(await shown()).toEqual([null, null, null]);
    await setEmergencyNotice(admin, { version: 0, notice });
    expect(await shown()).toEqual(locales.map((locale) => ({ text: notice.text[locale], href: notice.href })));
    const entries = await db().auditEntry.findMany();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: "change-settings",
      detail: { changed: { emergencyNotice: { before: null, after: notice } } },
    });
  });

  it("is gone as soon as it is taken away, and can be set anew", async () => {
    await setEmergencyNotice(admin, { version: 0, notice });
    await setEmergencyNotice(admin, { version: await version(), notice: null });
    expect(await shown()).toEqual([null, null, null]);
    expect(await db().auditEntry.count()).toBe(2);
    await setEmergencyNotice(admin, { version: await version(), notice: { ...notice, href: null } });
    expect((await shown())[0]).toEqual({ text: notice.text.ja, href: null });
  });

  it("stays when the city's rules are changed, and leaves them as they are", async () => {
    await changeSettings(admin, { version: 0, settings: { ...defaultSettings, moderatorPhone: "0144-32-6111" } });
    await setEmergencyNotice(admin, { version: await version(), notice });
    await changeSettings(admin, { version: await version(), settings: defaultSettings });
    expect(await getSettings(db())).toEqual({ ...defaultSettings, emergencyNotice: notice });
  });

  it("is for administrators alone", async () => {
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(setEmergencyNotice(as(actor), { version: 0, notice })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().setting.count()).toBe(0);
  });

  it("is refused from a page opened before somebody else's change", async () => {
    await setEmergencyNotice(admin, { version: 0, notice });
    await expect(setEmergencyNotice(admin, { version: 0, notice: null })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    expect((await shown())[0]).not.toBeNull();
  });
});

describe("the form of the urgent notice", () => {
  const form = {
    version: "3",
    "text.ja": "停電です。",
    "text.easy": "電気が 止まっています。",
    "text.en": "Power cut.",
  };

  it("needs every language and no link", () => {
    expect(emergencyFormSchema.parse(form)).toEqual({
      version: 3,
      notice: { text: { ja: "停電です。", easy: "電気が 止まっています。", en: "Power cut." }, href: null },
    });
    const result = emergencyFormSchema.safeParse({ ...form, "text.easy": "  " });
    expect(result.error?.issues).toMatchObject([{ path: ["text.easy"], message: "required" }]);
  });

  it("leads to pages of this site and to web addresses, and nowhere else", () => {
    for (const href of ["/plan", "https://www.tomakomai.example/a?b=c", " ｈｔｔｐｓ://tomakomai.example/ "])
      expect(emergencyFormSchema.safeParse({ ...form, href }).success, href).toBe(true);
    for (const href of [
      "javascript:alert(1)",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "plan",
      "data:text/html,x",
    ]) {
      const result = emergencyFormSchema.safeParse({ ...form, href });
      expect(result.error?.issues, href).toMatchObject([{ path: ["href"], message: "webAddress" }]);
    }
  });
});
