import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeComment, makeDesk, makeSubmission, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { redactItem } from "./redact-item.server.ts";
import { viewOriginal } from "./view-original.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const reason = "本人から、番号の間違いを直したいと電話があったため。";

async function redactedIdea(handlingDeskId: string | null = null) {
  const { id } = await makeSubmission({ handlingDeskId, title: "題", body: "電話は090-0000-0000です。" });
  const item = { type: "submission", id } as const;
  const words = { text: "090-0000-0000", label: "PHONE" } as const;
  await redactItem(as(moderator), { item, version: 1, ranges: [], words });
  return item;
}

describe("opening what was hidden", () => {
  it("shows a moderator the original and writes down who looked and why, without the text", async () => {
    const item = await redactedIdea();
    const before = await db().submission.findUniqueOrThrow({ where: { id: item.id } });
    expect(await viewOriginal(as(moderator), { item, reason: ` ${reason}\r\n` })).toMatchObject([
      { field: "body", revision: 1, by: moderator.name, text: "電話は090-0000-0000です。" },
    ]);
    const [audit, ...more] = await db().auditEntry.findMany({ where: { action: "view-original" } });
    expect(more).toEqual([]);
    expect(audit).toMatchObject({
      actorId: moderator.id,
      subjectId: item.id,
      detail: { reason, opened: 1 },
    });
    expect(JSON.stringify(audit?.detail)).not.toContain("0000");
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toEqual(before);
  });

  it("shows what was hidden one after the other, the oldest first", async () => {
    const item = await redactedIdea();
    const later = new Date("2026-11-25T03:00:00.000Z");
    await redactItem(as(moderator, later), { item, version: 2, ranges: [], words: { text: "電話", label: "OTHER" } });
    const originals = await viewOriginal(as(staff("ADMIN")), { item, reason });
    expect(originals.map(({ text }) => text)).toEqual(["電話は090-0000-0000です。", "電話は〔電話番号〕です。"]);
  });

  it("knows comments, and nothing of other items", async () => {
    await redactedIdea();
    const theme = await makeTheme();
    const { id } = await makeComment({ themeId: theme.id, body: "見本太郎です。" });
    const item = { type: "comment", id } as const;
    await redactItem(as(moderator), { item, version: 1, ranges: [], words: { text: "見本太郎", label: "NAME" } });
    expect((await viewOriginal(as(moderator), { item, reason })).map(({ text }) => text)).toEqual(["見本太郎です。"]);
  });

  it.each(["", " \n", "\u200B", "あ".repeat(501)])("needs a reason: %j", async (empty) => {
    const item = await redactedIdea();
    await expect(viewOriginal(as(moderator), { item, reason: empty })).rejects.toMatchObject({
      code: "INPUT",
      fields: { reason: [empty.length > 500 ? "tooLong" : "required"] },
    });
    expect(await db().auditEntry.count({ where: { action: "view-original" } })).toBe(0);
  });

  it("is refused to everybody else, and where nothing was hidden", async () => {
    const desk = await makeDesk();
    const item = await redactedIdea(desk.id);
    for (const actor of [
      staff("VIEWER"),
      staff("OFFICER", desk.id),
      { kind: "author", of: "submission", id: item.id } as const,
    ]) {
      await expect(viewOriginal(as(actor), { item, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(viewOriginal(as(staff("OFFICER")), { item, reason })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const untouched = { type: "submission", id: (await makeSubmission()).id } as const;
    await expect(viewOriginal(as(moderator), { item: untouched, reason })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "nothingHidden",
    });
    expect(await db().auditEntry.count({ where: { action: "view-original" } })).toBe(0);
  });

  it("opens each original in its own row only", async () => {
    const item = await redactedIdea();
    await redactItem(as(moderator), { item, version: 2, ranges: [], words: { text: "電話", label: "OTHER" } });
    const [first, second] = await db().sealedOriginal.findMany();
    await db().sealedOriginal.update({ where: { id: first?.id }, data: { sealed: second?.sealed } });
    await expect(viewOriginal(as(moderator), { item, reason })).rejects.toThrow();
    expect(await db().auditEntry.count({ where: { action: "view-original" } })).toBe(0);
  });
});
