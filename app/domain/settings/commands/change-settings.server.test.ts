import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { getSettings } from "../get-settings.server.ts";
import { getSettingsPage } from "../queries/get-settings-page.server.ts";
import { settingsFormSchema } from "../settings.schema.ts";
import { defaultSettings } from "../settings.ts";
import { changeSettings } from "./change-settings.server.ts";

useDatabase();

const admin = as(staff("ADMIN"));
const alone = { ...defaultSettings, approvalByAnotherPerson: false };

describe("changing the settings", () => {
  it("holds at once and leaves one audit entry with what changed", async () => {
    await changeSettings(admin, { version: 0, settings: { ...alone, moderatorPhone: "0144-32-6111" } });
    expect(await getSettings(db())).toEqual({ ...alone, moderatorPhone: "0144-32-6111" });
    const entries = await db().auditEntry.findMany();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: "change-settings",
      detail: {
        changed: {
          approvalByAnotherPerson: { before: true, after: false },
          moderatorPhone: { before: "0144-32-6169", after: "0144-32-6111" },
        },
      },
    });
    expect(await db().setting.count()).toBe(2);
  });

  it("refuses a page opened before somebody else's change, also of another setting", async () => {
    await changeSettings(admin, { version: 0, settings: alone });
    const { version } = await getSettingsPage(admin.actor);
    await changeSettings(admin, { version, settings: defaultSettings });
    for (const stale of [0, version]) {
      await expect(changeSettings(admin, { version: stale, settings: alone })).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey: "changedMeanwhile",
      });
    }
    expect(await getSettings(db())).toEqual(defaultSettings);
  });

  it("takes one of two changes made at the same moment, before any row exists", async () => {
    const results = await Promise.allSettled([
      changeSettings(admin, { version: 0, settings: alone }),
      changeSettings(admin, { version: 0, settings: { ...defaultSettings, moderatorPhone: "0144-32-6111" } }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is for administrators alone; moderators and viewers may look", async () => {
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(changeSettings(as(actor), { version: 0, settings: alone })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await getSettingsPage(staff("VIEWER"))).toMatchObject({ version: 0, mayChange: false });
    await expect(getSettingsPage(staff("OFFICER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the settings form", () => {
  const form = {
    version: "3",
    approvalByAnotherPerson: "on",
    "reviewDays.IDEA": "3",
    "reviewDays.PARTNERSHIP": "３",
    "reviewDays.INQUIRY": "2",
    "reviewDays.COMMENT": "3",
    appealDays: "5",
    "answerDays.IDEA": "10",
    "answerDays.PARTNERSHIP": "10",
    "answerDays.INQUIRY": " 5 ",
    undoSeconds: "１０",
    "promiseClock.remindFirst": "3",
    "promiseClock.remindLast": "1",
    "promiseClock.remindLate": "3",
    "promiseClock.tellOffice": "3",
    "promiseClock.longestPause": "20",
    "promiseClock.holdRequest": "1",
    "promiseClock.morningHour": "8",
    receivedMailDays: "９０",
    moderatorPhone: "０１４４－３２－６１６９",
  };

  it("reads full-width digits and an empty box as off", () => {
    const { emergencyNotice: _notice, ...rules } = defaultSettings;
    expect(settingsFormSchema.parse(form)).toEqual({ version: 3, settings: rules });
    const { approvalByAnotherPerson: _off, ...rest } = form;
    expect(settingsFormSchema.parse(rest).settings.approvalByAnotherPerson).toBe(false);
  });

  it("reads the office's extension, which may be none", () => {
    const extensionOf = (typed?: string) =>
      settingsFormSchema.safeParse({ ...form, ...(typed === undefined ? {} : { moderatorExtension: typed }) });
    expect(extensionOf().data?.settings.moderatorExtension).toBeNull();
    expect(extensionOf(" ２３４５ ").data?.settings.moderatorExtension).toBe("2345");
    for (const wrong of ["23-45", "1234567", "内線2345"])
      expect(extensionOf(wrong).error?.issues).toMatchObject([{ path: ["moderatorExtension"], message: "extension" }]);
  });

  it("names the field that is wrong", () => {
    for (const [value, message] of [
      ["4", "hourRange"],
      ["21", "hourRange"],
      ["8.5", "wholeNumber"],
    ] as const) {
      const result = settingsFormSchema.safeParse({ ...form, "promiseClock.morningHour": value });
      expect(result.error?.issues).toMatchObject([{ path: ["promiseClock.morningHour"], message }]);
    }
    for (const [value, message] of [
      ["", "required"],
      ["0", "daysRange"],
      ["61", "daysRange"],
      ["2.5", "wholeNumber"],
      ["すぐ", "wholeNumber"],
    ] as const) {
      const result = settingsFormSchema.safeParse({ ...form, "answerDays.IDEA": value });
      expect(result.error?.issues).toMatchObject([{ path: ["answerDays.IDEA"], message }]);
    }
    for (const [value, message] of [
      ["", "required"],
      ["-1", "undoRange"],
      ["61", "undoRange"],
      ["1.5", "wholeNumber"],
    ] as const) {
      const result = settingsFormSchema.safeParse({ ...form, undoSeconds: value });
      expect(result.error?.issues).toMatchObject([{ path: ["undoSeconds"], message }]);
    }
    expect(settingsFormSchema.parse({ ...form, undoSeconds: "0" }).settings.undoSeconds).toBe(0);
  });
});
