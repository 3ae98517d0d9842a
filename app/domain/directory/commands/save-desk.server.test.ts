import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { deskSchema, slugSchema } from "../directory.schema.ts";
import { saveDesk } from "./save-desk.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const input = (sectionId: string) => ({
  sectionId,
  name: words("協働担当"),
  duty: words("協働のこと"),
  hours: words("平日"),
  phone: "0144-32-6156",
  mailbox: "kyodo@tomakomai.example",
  position: 2,
});

describe("saving a desk", () => {
  it("opens one under its address and changes it; the log never holds the mailbox", async () => {
    const { sectionId } = await makeDesk();
    const id = await saveDesk(moderator, { id: null, slug: "kyodo" }, input(sectionId));
    await saveDesk(moderator, { id, version: 1 }, { ...input(sectionId), phone: "0144-32-6111", mailbox: null });
    expect(await db().desk.findUniqueOrThrow({ where: { slug: "kyodo" } })).toMatchObject({
      id,
      phone: "0144-32-6111",
      mailbox: null,
      isActive: true,
      version: 2,
    });
    const entries = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map((entry) => entry.action)).toEqual(["save-desk", "save-desk"]);
    expect(entries[1]?.detail).toEqual({
      changed: { phone: { before: "0144-32-6156", after: "0144-32-6111" } },
      mailboxChanged: true,
    });
    expect(JSON.stringify(entries.map((entry) => entry.detail))).not.toContain("@");
  });

  it("makes the first desk the one that takes what nobody else takes, and no later one", async () => {
    const { sectionId } = await makeDesk();
    const first = await saveDesk(moderator, { id: null, slug: "first" }, input(sectionId));
    await saveDesk(moderator, { id: null, slug: "second" }, input(sectionId));
    expect(await db().desk.findMany({ where: { isFallback: true }, select: { id: true } })).toEqual([{ id: first }]);
  });

  it("refuses an address that is taken, a section that is not there, a stale page, a desk that is gone and other roles", async () => {
    const { id, slug, sectionId } = await makeDesk();
    await expect(saveDesk(moderator, { id: null, slug }, input(sectionId))).rejects.toMatchObject({
      fields: { slug: ["slugTaken"] },
    });
    await expect(saveDesk(moderator, { id, version: 1 }, input(randomUUID()))).rejects.toMatchObject({
      fields: { sectionId: ["choose"] },
    });
    await expect(saveDesk(moderator, { id, version: 2 }, input(sectionId))).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveDesk(moderator, { id: randomUUID(), version: 1 }, input(sectionId))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER", id), staff("VIEWER")]) {
      await expect(saveDesk(as(actor), { id, version: 1 }, input(sectionId))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await auditedActions()).toEqual([]);
  });
});

describe("the desk form", () => {
  const form = {
    sectionId: randomUUID(),
    ...localizedValues("name", words("協働担当")),
    ...localizedValues("duty", words("協働のこと")),
    ...localizedValues("hours", words("平日")),
    phone: "０１４４－３２－６１５６",
    mailbox: "",
    position: "１",
  };

  it("accepts full-width digits and a desk without a mailbox", () => {
    expect(deskSchema.parse(form)).toMatchObject({ phone: "0144-32-6156", mailbox: null, position: 1 });
  });

  it("refuses a mailbox that could smuggle a header or a second recipient into a mail", () => {
    for (const mailbox of [
      "a@b",
      "a@tomakomai.example\r\nBcc: x@example.com",
      "a@tomakomai.example, b@example.com",
      "役所",
    ]) {
      expect(deskSchema.safeParse({ ...form, mailbox }).error?.issues).toMatchObject([
        { path: ["mailbox"], message: "email" },
      ]);
    }
  });

  it("takes short words of letters, digits and hyphens as an address", () => {
    expect(slugSchema.parse(" Kyodo-2 ")).toBe("kyodo-2");
    for (const slug of ["", "-a", "a-", "a/b", "..", "協働", "x".repeat(41)])
      expect(slugSchema.safeParse(slug).success).toBe(false);
  });
});
