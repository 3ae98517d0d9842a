import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeAddress, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { listTrusted } from "../queries/list-trusted.server.ts";
import { revokeTrust } from "./revoke-trust.server.ts";
import { trustAddress } from "./trust-address.server.ts";

useDatabase();

const firstPage = { size: 50 };
const moderator = { ...staff("MODERATOR"), name: "審査担当" };
const administrator = { ...staff("ADMIN"), name: "管理担当" };

async function trusted() {
  const emailAddressId = await makeAddress("author@example.com");
  const { id } = await makeSubmission({ review: "PUBLISHED", publishedAt: noon, hidden: { emailAddressId } });
  const item = { type: "submission", id } as const;
  await trustAddress(as(moderator), { item, note: "続けて書いている" });
  return { item, entry: await db().trustedAddress.findFirstOrThrow() };
}

describe("ending the trust in a participant", () => {
  it("keeps who ended it and when, with one entry in the log, and leaves what is public as it is", async () => {
    const { item, entry } = await trusted();
    await revokeTrust(as(administrator), { id: entry.id, version: 1 });
    expect(await db().trustedAddress.findFirstOrThrow()).toMatchObject({
      revokedAt: noon,
      revokedBy: "管理担当",
      version: 2,
    });
    expect((await listTrusted(moderator, firstPage)).items).toEqual([]);
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({ review: "PUBLISHED" });
    expect(await db().mail.count()).toBe(0);
    expect((await db().auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "trust-address",
      "revoke-trust",
    ]);
  });

  it("is refused twice, and from a page that is out of date", async () => {
    const { item, entry } = await trusted();
    const stale = { code: "CONFLICT", messageKey: "changedMeanwhile" };
    await expect(revokeTrust(as(moderator), { id: entry.id, version: 7 })).rejects.toMatchObject(stale);
    await revokeTrust(as(moderator), { id: entry.id, version: 1 });
    await expect(revokeTrust(as(moderator), { id: entry.id, version: 2 })).rejects.toMatchObject(stale);
    await trustAddress(as(moderator), { item, note: "もう一度" });
    await expect(revokeTrust(as(moderator), { id: entry.id, version: 2 })).rejects.toMatchObject(stale);
    expect((await listTrusted(moderator, firstPage)).items).toMatchObject([{ note: "もう一度", version: 3 }]);
  });

  it("is for moderators alone", async () => {
    const { entry } = await trusted();
    for (const actor of [staff("OFFICER"), staff("VIEWER"), { kind: "anonymous" } as const]) {
      await expect(revokeTrust(as(actor), { id: entry.id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().auditEntry.count()).toBe(1);
  });
});
