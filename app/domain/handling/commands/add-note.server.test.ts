import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { addNote } from "./add-note.server.ts";

useDatabase();

describe("an internal note", () => {
  it("is kept in the name of its writer and changes nothing else", async () => {
    const { id, officer } = await assigned();
    const before = await db().submission.findUniqueOrThrow({ where: { id } });
    await addNote(as(officer), { submissionId: id, note: "関係課に確認中です。" });
    expect(await db().internalNote.findMany()).toMatchObject([
      { body: "関係課に確認中です。", authorId: officer.id, authorLabel: officer.name },
    ]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toEqual(before);
    const audit = await newAudit();
    expect(audit).toMatchObject([{ action: "add-note" }]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain("関係課");
  });

  it("may be written by moderators and the desk, not by viewers, other desks, the link or the author", async () => {
    const { id, moderator, viewer, otherOfficer, link } = await assigned();
    const input = { submissionId: id, note: "メモ" };
    await addNote(as(moderator), input);
    for (const actor of [viewer, otherOfficer, link, { kind: "author", of: "submission", id } as const]) {
      await expect(addNote(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().internalNote.count()).toBe(1);
  });

  it("may still be written after the author withdrew", async () => {
    const { id, moderator } = await assigned();
    await db().submission.update({ where: { id }, data: { review: "WITHDRAWN" } });
    await addNote(as(moderator), { submissionId: id, note: "取り下げの電話がありました。" });
    expect(await db().internalNote.count()).toBe(1);
  });
});
