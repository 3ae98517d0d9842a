import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { deskSchema, slugSchema } from "../directory.schema.ts";
import { getDeskForm } from "../queries/get-desk-form.server.ts";
import { makeDeskFallback } from "./make-desk-fallback.server.ts";
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
  validFrom: null,
  validUntil: null,
  successorId: null,
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

describe("the days and the successor of a desk", () => {
  it("are kept, shown and written down", async () => {
    const successor = await makeDesk({ name: "新しい担当" });
    const { id, sectionId } = await makeDesk();
    const days = { validFrom: "2026-04-01", validUntil: "2027-03-31", successorId: successor.id };
    await saveDesk(moderator, { id, version: 1 }, { ...input(sectionId), ...days });
    const { desk, initial } = await getDeskForm(moderator.actor, id, "ja");
    expect(desk).toMatchObject(days);
    expect(deskSchema.parse({ ...initial, note: "" })).toMatchObject(days);
    const [entry] = await db().auditEntry.findMany();
    expect(entry?.detail).toMatchObject({
      changed: { validFrom: { before: null, after: "2026-04-01" }, successorId: { before: null, after: successor.id } },
    });
  });

  it("refuse a successor that is not there, is the desk itself, or leads back to it", async () => {
    const [first, second, third] = [await makeDesk(), await makeDesk(), await makeDesk()];
    const follow = (desk: typeof first, successorId: string, version = 1) =>
      saveDesk(moderator, { id: desk.id, version }, { ...input(desk.sectionId), successorId });
    await expect(follow(first, randomUUID())).rejects.toMatchObject({ fields: { successorId: ["choose"] } });
    await expect(follow(first, first.id)).rejects.toMatchObject({ fields: { successorId: ["successionRound"] } });
    await follow(first, second.id);
    await follow(second, third.id);
    await expect(follow(third, first.id)).rejects.toMatchObject({ fields: { successorId: ["successionRound"] } });
  });

  it("never lead round, even when two are changed at the same moment", async () => {
    const desks = [await makeDesk(), await makeDesk()];
    await Promise.allSettled(
      desks.map(({ id, sectionId }, at) =>
        saveDesk(moderator, { id, version: 1 }, { ...input(sectionId), successorId: desks[1 - at]?.id ?? null }),
      ),
    );
    expect(await db().desk.count({ where: { successorId: { not: null } } })).toBe(1);
  });

  it("leave the desk that takes what nobody else takes in office", async () => {
    const { sectionId } = await makeDesk();
    const id = await saveDesk(moderator, { id: null, slug: "office" }, input(sectionId));
    const save = (days: object) => saveDesk(moderator, { id, version: 1 }, { ...input(sectionId), ...days });
    await expect(save({ validUntil: "2030-03-31" })).rejects.toMatchObject({
      fields: { validUntil: ["fallbackEnds"] },
    });
    await expect(save({ validFrom: "2030-04-01" })).rejects.toMatchObject({ fields: { validFrom: ["fallbackEnds"] } });
    const ending = await makeDesk();
    await db().desk.update({ where: { id: ending.id }, data: { validUntil: new Date("2030-03-31") } });
    await expect(makeDeskFallback(moderator, { id: ending.id, version: 1 })).rejects.toMatchObject({
      messageKey: "fallbackEnds",
    });
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

  it("refuses a last day before the first", () => {
    const days = { validFrom: "令和9年4月1日", validUntil: "2027-03-31" };
    expect(deskSchema.safeParse({ ...form, ...days }).error?.issues).toMatchObject([
      { path: ["validUntil"], message: "endBeforeStart" },
    ]);
    expect(deskSchema.parse({ ...form, ...days, validUntil: "R9.4.1" })).toMatchObject({
      validFrom: "2027-04-01",
      validUntil: "2027-04-01",
    });
  });

  it("takes short words of letters, digits and hyphens as an address", () => {
    expect(slugSchema.parse(" Kyodo-2 ")).toBe("kyodo-2");
    for (const slug of ["", "-a", "a-", "a/b", "..", "協働", "x".repeat(41)])
      expect(slugSchema.safeParse(slug).success).toBe(false);
  });
});
