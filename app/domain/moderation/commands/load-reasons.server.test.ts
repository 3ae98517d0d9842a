import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { localizedTextSchema } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { cannedReplies } from "../../../../prisma/seed/content/canned-replies.ts";
import { reasons } from "../../../../prisma/seed/content/reasons.ts";
import { replyLimits } from "../canned-reply.ts";
import { replySchema, replyValues } from "../reasons.schema.ts";
import { reasonLimits } from "../reasons.ts";
import { loadReasons } from "./load-reasons.server.ts";

useDatabase();

const system: CommandContext = { actor: { kind: "system", name: "test" }, now: noon, locale: "ja" };
const content = { reasons, replies: cannedReplies };

describe("loading the reasons and canned replies", () => {
  it("puts them in once, and what the city changed afterwards stays", async () => {
    await loadReasons(system, content);
    await db().reason.update({ where: { key: "OTHER" }, data: { isActive: false } });
    await loadReasons(system, content);
    expect(await db().reason.count()).toBe(reasons.length);
    expect(await db().cannedReply.count()).toBe(cannedReplies.length);
    expect(await db().cannedReplyVersion.count()).toBe(cannedReplies.length);
    expect((await db().reason.findUniqueOrThrow({ where: { key: "OTHER" } })).isActive).toBe(false);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "load-reasons", subjectType: "reason" }]);
  });

  it("adds a reason that the platform has learnt since, and leaves the others as the city wrote them", async () => {
    const before = reasons.filter(({ key }) => key !== "RIGHTS");
    await loadReasons(system, { ...content, reasons: before });
    const own = { ja: "市の言葉", easy: "市の言葉", en: "The city's own words" };
    await db().reason.update({ where: { key: "OTHER" }, data: { label: own, position: 5, version: 2 } });
    await db().cannedReply.updateMany({ data: { isActive: false } });
    await loadReasons(system, content);
    await loadReasons(system, content);
    expect(await db().reason.findUniqueOrThrow({ where: { key: "RIGHTS" } })).toMatchObject({ isActive: true });
    expect(await db().reason.findUniqueOrThrow({ where: { key: "OTHER" } })).toMatchObject({
      label: own,
      position: 5,
      version: 2,
    });
    expect(await db().cannedReply.count({ where: { isActive: false } })).toBe(cannedReplies.length);
    expect(await db().cannedReply.count()).toBe(cannedReplies.length);
    expect(await db().auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { detail: { reasons: before.length, replies: cannedReplies.length } },
      { detail: { reasons: 1, replies: 0 } },
    ]);
  });

  it("is for the platform alone", async () => {
    for (const actor of [anonymous, staff("ADMIN")]) {
      await expect(loadReasons(as(actor), content)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("brings texts that the desk's own forms would take", () => {
    for (const { label, guideline } of reasons) {
      expect(localizedTextSchema(reasonLimits.label).safeParse(label).success).toBe(true);
      expect(localizedTextSchema(reasonLimits.guideline).safeParse(guideline).success).toBe(true);
    }
    for (const reply of cannedReplies) {
      expect(localizedTextSchema(replyLimits.text).safeParse(reply.text).success, reply.title).toBe(true);
      const input = { ...reply, isActive: true };
      expect(replySchema.parse(replyValues(input))).toEqual(input);
      const offered = reasons.find(({ key }) => key === reply.reasonKey)?.decisions;
      expect(reply.reasonKey === null || offered?.includes(reply.decision), reply.title).toBe(true);
    }
  });
});
