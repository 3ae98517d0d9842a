import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeSubmission, makeTheme, noon, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { removeDesk } from "./remove-desk.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));

describe("removing a desk", () => {
  it("takes away one that never did anything", async () => {
    const { id } = await makeDesk();
    await removeDesk(moderator, { id, version: 1 });
    expect(await db().desk.count()).toBe(0);
    expect(await auditedActions()).toEqual(["remove-desk"]);
    await expect(removeDesk(moderator, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps one that anything belongs to", async () => {
    const uses: Record<string, (deskId: string) => Promise<unknown>> = {
      theme: (deskId) => makeTheme(deskId),
      rule: (deskId) => db().routingRule.create({ data: { id: randomUUID(), position: 1, deskId } }),
      officer: (deskId) => makeAccount({ role: "OFFICER", deskIds: [deskId] }),
      inquiry: (deskId) => makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: deskId }),
      handled: (deskId) => makeSubmission({ handlingDeskId: deskId }),
      assignment: async (deskId) =>
        db().assignment.create({
          data: {
            id: randomUUID(),
            submissionId: (await makeSubmission()).id,
            deskId,
            dueOn: noon,
            assignedAt: noon,
            endedAt: noon,
          },
        }),
      timeline: async (deskId) =>
        db().timelineEntry.create({
          data: {
            id: randomUUID(),
            submissionId: (await makeSubmission()).id,
            deskId,
            at: noon,
            event: "ASSIGNED",
            audience: "PUBLIC",
          },
        }),
      answer: async (deskId) => {
        await db().outcome.create({
          data: { key: "adopted", position: 1, label: words("反映"), meaning: words("反映") },
        });
        await db().answer.create({
          data: {
            id: randomUUID(),
            submissionId: (await makeSubmission()).id,
            answerVersion: 1,
            deskId,
            outcomeKey: "adopted",
            body: "回答",
            state: "DRAFT",
            origin: "SCREEN",
            draftedByLabel: "担当",
            draftedAt: noon,
          },
        });
      },
    };
    for (const [name, use] of Object.entries(uses)) {
      const { id } = await makeDesk();
      await use(id);
      await expect(removeDesk(moderator, { id, version: 1 }), name).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey: "deskInUse",
      });
    }
    expect(await db().desk.count()).toBe(Object.keys(uses).length);
  });

  it("keeps the fallback desk, a stale page's, and any from other roles", async () => {
    const { id } = await makeDesk();
    await expect(removeDesk(moderator, { id, version: 2 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await db().desk.update({ where: { id }, data: { isFallback: true } });
    await expect(removeDesk(moderator, { id, version: 1 })).rejects.toMatchObject({ messageKey: "deskIsFallback" });
    for (const actor of [anonymous, staff("OFFICER", id), staff("VIEWER")]) {
      await expect(removeDesk(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
