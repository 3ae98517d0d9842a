import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { seen } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { planDecisions } from "../commands/plan-decisions.server.ts";
import { runLimit, seenItems, seenValue } from "../decision-run.ts";
import { queueFilterSchema } from "../queue.ts";
import { runDecisions } from "../run-decisions.server.ts";
import { selectItems } from "./select-items.server.ts";

useDatabase();

const around = { locale: "ja", now: noon } as const;
const pending = queueFilterSchema.parse({ view: "pending" });

describe("what was chosen to be decided on", () => {
  it("is counted by what could be decided, as it was seen", async () => {
    const open = await makeSubmission();
    const published = await makeSubmission({ review: "PUBLISHED" });
    const changed = await makeSubmission({ version: 2 });
    const planned = await makeSubmission();
    await planDecisions(as(staff("MODERATOR")), {
      decision: "APPROVE",
      items: [seen("submission", planned)],
      reasonCode: null,
      explanation: null,
    });
    const items = [
      seen("submission", open),
      seen("submission", published),
      { ...seen("submission", changed), version: 1 },
      seen("submission", planned),
    ];
    const gone = { type: "comment", id: crypto.randomUUID(), version: 1 } as const;
    const selection = await selectItems(staff("MODERATOR"), { items: [...items, gone] }, around);
    expect(selection).toEqual({ items, more: false, possible: { APPROVE: 1, RETURN: 1, DECLINE: 1, HIDE: 1 } });
  });

  it("can be a whole list, in its order and up to the limit, and says when there is more", async () => {
    const first = await makeSubmission({ dueOn: new Date("2026-11-25T00:00:00Z") });
    const at = { receivedAt: noon, changedAt: noon, review: "PENDING", kind: "IDEA", locale: "ja" } as const;
    await db().submission.createMany({
      data: Array.from({ length: runLimit }, (_, index) => ({
        ...at,
        id: crypto.randomUUID(),
        number: `R8-${9000 + index}`,
        title: "題",
        body: "文",
        trackingKeyHash: `list-${index}`,
        idempotencyHash: `list-${index}`,
      })),
    });
    const selection = await selectItems(staff("ADMIN"), { filter: pending }, around);
    expect(selection.items).toHaveLength(runLimit);
    expect(selection.items[0]).toEqual(seen("submission", first));
    expect(selection.more).toBe(true);
    expect(selection.possible).toEqual({ APPROVE: runLimit, RETURN: runLimit, DECLINE: runLimit });
  });

  it("can be what a run was taken on, as it is now", async () => {
    const { actor } = await makeAccount({ role: "MODERATOR", password: null });
    const [one, other] = [await makeSubmission({ review: "PUBLISHED" }), await makeSubmission({ review: "PUBLISHED" })];
    const { runId } = await planDecisions(as(actor), {
      decision: "HIDE",
      items: [seen("submission", one), seen("submission", other)],
      reasonCode: "OTHER",
      explanation: "確かめます。",
    });
    await db().submission.update({ where: { id: other.id }, data: { version: 7 } });
    await runDecisions(runId, { leaveOut: false });
    expect(await selectItems(actor, { runId }, around)).toEqual({
      items: [{ ...seen("submission", one), version: 2 }],
      more: false,
      possible: { RESTORE: 1 },
    });
    await expect(selectItems(actor, { runId: crypto.randomUUID() }, around)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is for those who decide", async () => {
    for (const viewer of [staff("VIEWER"), staff("OFFICER")]) {
      await expect(selectItems(viewer, { items: [] }, around)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("comes from a form as it went into it, each text once, without what is none", () => {
    const item = { type: "comment", id: crypto.randomUUID(), version: 12 } as const;
    const value = seenValue(item);
    expect(seenItems([value, value, "comment.x.1", `theme.${item.id}.1`, `submission.${item.id}.0`, ""])).toEqual([
      item,
    ]);
  });
});
