import { describe, expect, it } from "vitest";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { seen } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { cancelDecisionRun } from "../commands/cancel-decision-run.server.ts";
import { hideItem } from "../commands/hide-item.server.ts";
import { planDecisions } from "../commands/plan-decisions.server.ts";
import { runDecisions } from "../run-decisions.server.ts";
import { findJustPlanned, findPlannedDecision } from "./find-planned-decision.server.ts";
import { getRunPage } from "./get-run-page.server.ts";
import { listPlannedItems } from "./list-planned-items.server.ts";
import { listRuns } from "./list-runs.server.ts";

useDatabase();

const at = { locale: "ja", now: noon, after: 0 } as const;
const plan = (actor: StaffActor, items: Parameters<typeof planDecisions>[1]["items"], now = noon) =>
  planDecisions(as(actor, now), { decision: "HIDE", items, reasonCode: "OTHER", explanation: "確かめます。" });
const publishedIdea = () => makeSubmission({ review: "PUBLISHED" });

describe("the page of a run", () => {
  it("tells how far it is, what failed, and what can be done about it", async () => {
    const { actor } = await makeAccount({ role: "MODERATOR", password: null });
    const [one, other] = [await publishedIdea(), await publishedIdea()];
    const { runId } = await plan(actor, [seen("submission", one), seen("submission", other)]);
    const waiting = await getRunPage(actor, runId, { ...at, now: new Date(noon.getTime() + 3_500) });
    expect(waiting).toMatchObject({ state: "WAITING", secondsLeft: 7, mayCancel: true, reverse: null, doneCount: 0 });
    expect(await getRunPage(staff("MODERATOR"), runId, at)).toMatchObject({ mayCancel: false });
    expect(await getRunPage(staff("ADMIN"), runId, at)).toMatchObject({ mayCancel: true });

    await db().submission.update({ where: { id: other.id }, data: { version: 2 } });
    await runDecisions(runId, { leaveOut: false });
    expect(await getRunPage(actor, runId, at)).toMatchObject({
      state: "DONE",
      mayCancel: false,
      reverse: "RESTORE",
      doneCount: 1,
      failedCount: 1,
      failed: [{ number: other.number, problem: "changedMeanwhile" }],
      items: [{ number: one.number, title: one.title, state: "DONE" }],
      next: null,
      previous: null,
    });
  });

  it("is for those who decide", async () => {
    const { runId } = await plan(staff("MODERATOR"), [seen("submission", await publishedIdea())]);
    for (const viewer of [staff("VIEWER"), staff("OFFICER")]) {
      await expect(getRunPage(viewer, runId, at)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listRuns(viewer, "all", { size: 10 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(getRunPage(staff("ADMIN"), crypto.randomUUID(), at)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the list of runs", () => {
  it("is newest first, and those on several texts, those with failures, or all", async () => {
    const moderator = staff("MODERATOR");
    const ideas = await Promise.all([publishedIdea(), publishedIdea(), publishedIdea(), publishedIdea()]);
    const [a, b, c, d] = ideas.map((idea) => seen("submission", idea));
    if (!a || !b || !c || !d) throw new Error("no ideas");
    const several = await plan(moderator, [a, b]);
    const single = await plan(moderator, [c], new Date(noon.getTime() + 1000));
    const failed = await plan(moderator, [d, { ...a }], new Date(noon.getTime() + 2000));
    const list = async (which: "several" | "failed" | "all") =>
      (await listRuns(moderator, which, { size: 10 })).items.map(({ id }) => id);
    expect(await list("several")).toEqual([failed.runId, several.runId]);
    expect(await list("failed")).toEqual([failed.runId]);
    expect(await list("all")).toEqual([failed.runId, single.runId, several.runId]);
    const first = await listRuns(moderator, "all", { size: 2 });
    expect((await listRuns(moderator, "all", { size: 2, after: first.next })).items).toMatchObject([
      { id: several.runId, number: null, size: 2 },
    ]);
    expect(first.items[1]).toMatchObject({ number: ideas[2]?.number, by: moderator.name });
  });
});

describe("a decision that is planned on a text", () => {
  it("is told on its page and in lists, to those who decide, until it is taken or taken back", async () => {
    const { actor } = await makeAccount({ role: "MODERATOR", password: null });
    const idea = await publishedIdea();
    const item = seen("submission", idea);
    const { runId } = await plan(actor, [item]);
    expect(await findPlannedDecision(actor, item, noon)).toMatchObject({
      id: runId,
      number: idea.number,
      decision: "HIDE",
      state: "WAITING",
      secondsLeft: 10,
      mayCancel: true,
    });
    expect(await findPlannedDecision(staff("MODERATOR"), item, noon)).toMatchObject({ mayCancel: false });
    expect(await findPlannedDecision(staff("VIEWER"), item, noon)).toBeNull();
    expect(await listPlannedItems(actor, [item])).toEqual([idea.id]);
    expect(await listPlannedItems(staff("VIEWER"), [item])).toEqual([]);
    expect(await findJustPlanned(actor, runId, noon)).toMatchObject({ id: runId, number: idea.number });
    for (const [viewer, asked] of [
      [staff("MODERATOR"), runId],
      [actor, "x"],
      [actor, crypto.randomUUID()],
    ] as const) {
      expect(await findJustPlanned(viewer, asked, noon)).toBeNull();
    }

    await cancelDecisionRun(as(actor), { runId });
    expect(await findPlannedDecision(actor, item, noon)).toBeNull();
    expect(await findJustPlanned(actor, runId, noon)).toBeNull();
    expect(await listPlannedItems(actor, [item])).toEqual([]);
  });

  it("is told after it failed, until another is taken", async () => {
    const { actor } = await makeAccount({ role: "MODERATOR", password: null });
    const idea = await publishedIdea();
    const item = seen("submission", idea);
    const { runId } = await plan(actor, [item]);
    await db().submission.update({ where: { id: idea.id }, data: { version: 2 } });
    await runDecisions(runId, { leaveOut: false });
    expect(await findPlannedDecision(actor, item, noon)).toMatchObject({
      state: "FAILED",
      problem: "changedMeanwhile",
      mayCancel: false,
    });
    await hideItem(as(actor), { item, version: 2, reasonCode: "OTHER", explanation: "確かめます。" });
    expect(await findPlannedDecision(actor, item, noon)).toBeNull();
  });
});
