import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { changeDeskLanguage } from "./change-desk-language.server.ts";

useDatabase();

describe("changing the desk's language", () => {
  it("changes one's own account alone", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    await changeDeskLanguage(as(account.actor), { locale: "en" });
    const languages = await db().staffAccount.findMany({ select: { id: true, locale: true } });
    expect(new Map(languages.map(({ id, locale }) => [id, locale]))).toEqual(
      new Map([
        [account.id, "en"],
        [other.id, "ja"],
      ]),
    );
    expect(await auditedActions()).toEqual(["change-desk-language"]);
  });

  it("is for staff", async () => {
    await expect(changeDeskLanguage(as(anonymous), { locale: "en" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
