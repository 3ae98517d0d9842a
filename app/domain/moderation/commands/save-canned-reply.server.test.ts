import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeReasons, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { findCannedReply, listCannedReplies } from "../queries/list-canned-replies.server.ts";
import { previewReply } from "../queries/preview-reply.server.ts";
import type { ReplyInput } from "../reasons.schema.ts";
import { saveCannedReply } from "./save-canned-reply.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const input: ReplyInput = {
  decision: "RETURN",
  reasonKey: "PERSONAL_DATA",
  title: "電話番号を消していただく",
  text: { ja: "「{題名}」の電話番号を消してください。", easy: "", en: "Please take out the number." },
  isActive: true,
};

describe("saving a canned reply", () => {
  it("adds it and changes it, keeps every version, with one entry in the log each time", async () => {
    await makeReasons();
    const id = await saveCannedReply(moderator, { id: null }, input);
    const text = { ...input.text, en: "Please take the number out." };
    await saveCannedReply(moderator, { id, version: 1 }, { ...input, text, isActive: false });
    expect(await listCannedReplies(staff("VIEWER"), "en")).toEqual([
      {
        id,
        title: input.title,
        decision: "RETURN",
        reason: "Reason PERSONAL_DATA",
        editions: ["ja", "en"],
        isActive: false,
        version: 2,
      },
    ]);
    expect((await findCannedReply(staff("VIEWER"), id)).versions).toMatchObject([
      { version: 2, text, isActive: false, by: "MODERATOR の職員", used: 0 },
      { version: 1, text: input.text, isActive: true },
    ]);
    expect(await auditedActions()).toEqual(["save-canned-reply", "save-canned-reply"]);
    const last = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ subjectType: "canned-reply", subjectId: id });
    expect(Object.keys((last.detail as { changed: object }).changed).sort()).toEqual(["isActive", "text"]);
  });

  it("belongs to a reason only where that reason can be given", async () => {
    await makeReasons();
    const save = (changed: Partial<ReplyInput>) => saveCannedReply(moderator, { id: null }, { ...input, ...changed });
    const refused = (problem: string) => ({ code: "INPUT", fields: { reasonKey: [problem] } });
    await expect(save({ reasonKey: "DUPLICATE" })).rejects.toMatchObject(refused("reasonNotForDecision"));
    await expect(save({ reasonKey: "NONE" })).rejects.toMatchObject(refused("choose"));
    await expect(save({ decision: "RESTORE" })).rejects.toMatchObject(refused("noReasonForDecision"));
    await save({ decision: "RESTORE", reasonKey: null });
    expect(await db().cannedReply.count()).toBe(1);
  });

  it("refuses a stale page, a reply that is not there and other roles", async () => {
    await makeReasons();
    const id = await saveCannedReply(moderator, { id: null }, input);
    await expect(saveCannedReply(moderator, { id, version: 2 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveCannedReply(moderator, { id: randomUUID(), version: 1 }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveCannedReply(as(actor), { id: null }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const actor of [anonymous, staff("OFFICER")]) {
      await expect(listCannedReplies(actor, "ja")).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(findCannedReply(actor, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(previewReply(actor, input.text)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().cannedReplyVersion.count()).toBe(1);
    expect(await auditedActions()).toHaveLength(1);
  });

  it("is read before it is saved, for the newest proposal or for an invented one", async () => {
    const texts = async () => (await previewReply(moderator.actor, input.text)).editions.map(({ text }) => text);
    expect(await texts()).toEqual([
      "「窓口の待ち時間を家で見たい」の電話番号を消してください。",
      "「市役所で待つ時間を家で見たい」の電話番号を消してください。",
      "Please take out the number.",
    ]);
    const { number } = await makeSubmission({ title: "回覧の電子化" });
    const preview = await previewReply(moderator.actor, input.text);
    expect(preview).toMatchObject({
      about: number,
      editions: [
        { locale: "ja", text: "「回覧の電子化」の電話番号を消してください。", isOwn: true },
        { locale: "easy", isOwn: false },
        { locale: "en", isOwn: true },
      ],
    });
    expect(await db().cannedReply.count()).toBe(0);
  });
});
