import { describe, expect, it } from "vitest";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeAddress, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { itemStates, seen } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findTakenBack } from "../queries/find-planned-decision.server.ts";
import { runDecisions } from "../run-decisions.server.ts";
import { approveItem } from "./approve-item.server.ts";
import { cancelDecisionRun } from "./cancel-decision-run.server.ts";
import { planDecisions } from "./plan-decisions.server.ts";

useDatabase();

async function planned(moderator: StaffActor, count = 1) {
  const emailAddressId = await makeAddress("author@example.com");
  const submissions = await Promise.all(
    Array.from({ length: count }, () => makeSubmission({ hidden: { emailAddressId } })),
  );
  const { runId } = await planDecisions(as(moderator), {
    decision: "APPROVE",
    items: submissions.map((submission) => seen("submission", submission)),
    reasonCode: null,
    explanation: null,
  });
  return { runId, submissions };
}

describe("taking a run back", () => {
  it("leaves every text as it was, tells nobody, and lets them be decided on again", async () => {
    const moderator = (await makeAccount({ role: "MODERATOR", password: null })).actor;
    const { runId, submissions } = await planned(moderator);
    const [submission] = submissions;
    expect(await cancelDecisionRun(as(moderator), { runId })).toEqual({
      item: { type: "submission", number: submission?.number },
    });
    expect(await itemStates(runId)).toEqual(["CANCELLED"]);
    expect(await db().auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { action: "plan-decisions" },
      {
        action: "cancel-decision-run",
        subjectType: "decision-run",
        subjectId: runId,
        subjectNumber: submission?.number,
      },
    ]);

    // the job that is still in the queue finds nothing to do
    expect(await runDecisions(runId, { leaveOut: false })).toBe("nothing");
    expect(await db().submission.findMany()).toMatchObject([{ review: "PENDING", version: 1 }]);
    expect(await db().mail.count()).toBe(0);

    if (submission) await approveItem(as(moderator), { item: seen("submission", submission), version: 1 });
    expect(await db().mail.count()).toBe(1);
  });

  it("keeps its words for who planned it, on its own text and once it is taken back", async () => {
    const moderator = staff("MODERATOR");
    const words = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため。" };
    const submission = await makeSubmission();
    const other = await makeSubmission();
    const item = seen("submission", submission);
    const { runId } = await planDecisions(as(moderator), { decision: "DECLINE", items: [item], ...words });
    expect(await findTakenBack(moderator, item, runId)).toBeNull();
    await cancelDecisionRun(as(moderator), { runId });
    expect(await findTakenBack(moderator, item, runId)).toEqual({ decision: "DECLINE", ...words });
    expect(await findTakenBack(staff("MODERATOR"), item, runId)).toBeNull();
    expect(await findTakenBack(moderator, seen("submission", other), runId)).toBeNull();
    expect(await findTakenBack(moderator, item, "no id")).toBeNull();
  });

  it("is for who planned it and for administrators", async () => {
    const moderator = staff("MODERATOR");
    const { runId } = await planned(moderator, 2);
    for (const actor of [staff("MODERATOR"), staff("VIEWER"), staff("OFFICER"), { kind: "anonymous" } as const]) {
      await expect(cancelDecisionRun(as(actor), { runId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await itemStates(runId)).toEqual(["WAITING", "WAITING"]);
    expect(await cancelDecisionRun(as(staff("ADMIN")), { runId })).toEqual({ item: null });
    expect(await itemStates(runId)).toEqual(["CANCELLED", "CANCELLED"]);
  });

  it("is impossible once it has begun, a second time, and for what is not there", async () => {
    const moderator = (await makeAccount({ role: "MODERATOR", password: null })).actor;
    const { runId } = await planned(moderator);
    await runDecisions(runId, { leaveOut: false });
    await expect(cancelDecisionRun(as(moderator), { runId })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "runHasBegun",
    });
    expect(await itemStates(runId)).toEqual(["DONE"]);

    const other = await makeSubmission();
    const second = await planDecisions(as(moderator), {
      decision: "APPROVE",
      items: [seen("submission", other)],
      reasonCode: null,
      explanation: null,
    });
    await cancelDecisionRun(as(moderator), second);
    await expect(cancelDecisionRun(as(moderator), second)).rejects.toMatchObject({ messageKey: "runCancelled" });
    await expect(cancelDecisionRun(as(moderator), { runId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("either takes everything back or nothing, when it comes as the run begins", async () => {
    const moderator = (await makeAccount({ role: "MODERATOR", password: null })).actor;
    const { runId } = await planned(moderator);
    const [cancelled] = await Promise.allSettled([
      cancelDecisionRun(as(moderator), { runId }),
      runDecisions(runId, { leaveOut: false }),
    ]);
    const states = await itemStates(runId);
    expect(states).toEqual([cancelled.status === "fulfilled" ? "CANCELLED" : "DONE"]);
    expect(await db().mail.count()).toBe(cancelled.status === "fulfilled" ? 0 : 1);
  });
});
