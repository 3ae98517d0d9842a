import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  bringCommentTo,
  commentInput,
  contextOf,
  makeTheme,
  staffActor,
} from "#tests/support/submissions.ts";
import { reviseComment } from "./revise-comment.server.ts";
import { submitComment } from "./submit-comment.server.ts";

const newText = { body: "言い方を改めました。", displayName: null, stance: null, version: 2 };

describe("revising a returned comment", () => {
  useDatabase();

  async function returned() {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput());
    await bringCommentTo(receipt.id, "RETURNED");
    return receipt;
  }

  it("sends it to review again and keeps the earlier text", async () => {
    const receipt = await returned();
    await reviseComment(contextOf(authorOf(receipt, "comment")), newText);
    expect(
      await db().comment.findUniqueOrThrow({
        where: { id: receipt.id },
        include: { revisions: { orderBy: { revision: "asc" } } },
      }),
    ).toMatchObject({
      review: "PENDING",
      body: "言い方を改めました。",
      revision: 2,
      revisions: [{ body: "賛成です。冬に助かります。" }, { body: "言い方を改めました。" }],
    });
    expect(await auditedActions()).toEqual(["submit-comment", "revise-comment"]);
    await expect(
      reviseComment(contextOf(authorOf(receipt, "comment")), { ...newText, version: 3 }),
    ).rejects.toMatchObject({ messageKey: "notReturned" });
  });

  it("overwrites nothing that changed since, and takes no stance on a theme", async () => {
    const receipt = await returned();
    const author = contextOf(authorOf(receipt, "comment"));
    await expect(reviseComment(author, { ...newText, version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(reviseComment(author, { ...newText, stance: "FOR" })).rejects.toMatchObject({ code: "INPUT" });
  });

  it("is for its author alone", async () => {
    const receipt = await returned();
    for (const actor of [anonymous, staffActor("ADMIN"), authorOf(receipt)]) {
      await expect(reviseComment(contextOf(actor), newText)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
