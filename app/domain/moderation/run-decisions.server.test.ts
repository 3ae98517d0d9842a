import { describe, expect, it } from "vitest";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { now } from "#app/platform/clock.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { itemStates, seen, setUndoSeconds } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { claimItem } from "./claim-item.server.ts";
import { planDecisions } from "./commands/plan-decisions.server.ts";
import { decideOrPlan } from "./decide-or-plan.server.ts";
import type { SeenItem } from "./decision-run.ts";
import type { Decision } from "./moderation.ts";
import { requeueForgottenRuns } from "./requeue-forgotten-runs.server.ts";
import { runDecisions } from "./run-decisions.server.ts";

useDatabase();

const words = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため。" } as const;
const moderatorAccount = () => makeAccount({ role: "MODERATOR", password: null });
const once = { leaveOut: false };

async function run(decision: Decision, items: SeenItem[], by?: Awaited<ReturnType<typeof moderatorAccount>>) {
  const { actor } = by ?? (await moderatorAccount());
  return (await planDecisions(as(actor), { decision, items, ...words })).runId;
}

async function waitingIdeas(count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, index) =>
      makeSubmission({ hidden: { emailAddressId: await makeAddress(`author-${index}@example.com`) } }),
    ),
  );
}

describe("a run of decisions", () => {
  it("takes each as the moderator who planned it, with its own audit entry and mail", async () => {
    const moderator = await moderatorAccount();
    const theme = await makeTheme();
    const [idea] = await waitingIdeas(1);
    const comment = await makeComment({ themeId: theme.id });
    if (!idea) throw new Error("no idea");
    const runId = await run("DECLINE", [seen("submission", idea), seen("comment", comment)], moderator);
    expect(await runDecisions(runId, once)).toBe("finished");

    expect(await itemStates(runId)).toEqual(["DONE", "DONE"]);
    const finished = await db().decisionRun.findUniqueOrThrow({ where: { id: runId } });
    expect(finished).toMatchObject({ doneCount: 2, failedCount: 0 });
    expect(finished.finishedAt).not.toBeNull();
    expect(await db().submission.findMany()).toMatchObject([{ review: "DECLINED", version: 2 }]);
    expect(await db().comment.findMany()).toMatchObject([{ review: "DECLINED" }]);
    expect(await db().reviewDecision.findMany()).toMatchObject([
      { decision: "DECLINE", byId: moderator.id, ...words },
      { decision: "DECLINE", byId: moderator.id, ...words },
    ]);
    const audit = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["plan-decisions", moderator.id],
      ["decline-submission", moderator.id],
      ["decline-comment", moderator.id],
    ]);
    expect(await db().mail.findMany()).toMatchObject([{ template: "declined", recipient: "author-0@example.com" }]);
    // and only once
    expect(await runDecisions(runId, once)).toBe("nothing");
    expect(await db().mail.count()).toBe(1);
  });

  it("goes on with the others where one was changed meanwhile or is not possible any more", async () => {
    const ideas = await waitingIdeas(4);
    const runId = await run(
      "APPROVE",
      ideas.map((idea) => seen("submission", idea)),
    );
    const [first, second, third] = ideas;
    await db().submission.update({ where: { id: first?.id }, data: { version: 2, body: "書き直した文" } });
    await db().submission.update({ where: { id: second?.id }, data: { review: "WITHDRAWN" } });
    await db().submission.update({ where: { id: third?.id }, data: { kind: "INQUIRY" } });
    expect(await runDecisions(runId, once)).toBe("finished");
    expect(await itemStates(runId)).toEqual([
      "FAILED changedMeanwhile",
      "FAILED notPossibleNow",
      "FAILED parentNotPublic",
      "DONE",
    ]);
    expect(await db().decisionRun.findMany()).toMatchObject([{ doneCount: 1, failedCount: 3 }]);
    expect(await db().mail.findMany()).toMatchObject([{ recipient: "author-3@example.com" }]);
  });

  it("gives way to what the desk did meanwhile, which neither sees it nor waits for it", async () => {
    const { id, officer } = await assigned();
    const runId = await run("HIDE", [{ type: "submission", id, version: 2 }]);
    await draftAnswer(as(officer), { submissionId: id, version: 2, outcomeKey: "adopted", referral: null, body: "案" });
    await runDecisions(runId, once);
    expect(await itemStates(runId)).toEqual(["FAILED changedMeanwhile"]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ review: "PUBLISHED" });
  });

  it("looks at what a text stands on as it is when its turn comes", async () => {
    const theme = await makeTheme();
    const hidden = await makeSubmission({ themeId: theme.id, review: "HIDDEN" });
    const comment = await makeComment({ themeId: theme.id, submissionId: hidden.id, review: "HIDDEN" });
    await db().submission.update({ where: { id: hidden.id }, data: { review: "PUBLISHED" } });
    const runId = await run("RESTORE", [seen("comment", comment)]);
    await db().submission.update({ where: { id: hidden.id }, data: { review: "HIDDEN" } });
    await runDecisions(runId, once);
    expect(await itemStates(runId)).toEqual(["FAILED parentNotPublic"]);
  });

  it("leaves to a colleague what they have open, and goes before whoever opened it since", async () => {
    const colleague = await moderatorAccount();
    const [open, free] = await waitingIdeas(2);
    if (!open || !free) throw new Error("no ideas");
    await claimItem(null, colleague.actor, { type: "submission", id: open.id }, noon);
    await expect(run("APPROVE", [seen("submission", open)])).rejects.toMatchObject({ messageKey: "heldByColleague" });
    const runId = await run("APPROVE", [seen("submission", open), seen("submission", free)]);
    expect(await itemStates(runId)).toEqual(["FAILED heldByColleague", "WAITING"]);
    await claimItem(null, colleague.actor, { type: "submission", id: free.id }, now());
    await runDecisions(runId, once);
    expect(await itemStates(runId)).toEqual(["FAILED heldByColleague", "DONE"]);
    expect(await db().claim.findMany()).toMatchObject([{ submissionId: open.id, byId: colleague.id }]);
  });

  it("is not taken in the name of somebody who may not any more", async () => {
    const moderator = await moderatorAccount();
    const demoted = await moderatorAccount();
    const [idea, other] = await waitingIdeas(2);
    if (!idea || !other) throw new Error("no ideas");
    const gone = await run("APPROVE", [seen("submission", idea)], moderator);
    const weaker = await run("APPROVE", [seen("submission", other)], demoted);
    await db().staffAccount.update({ where: { id: moderator.id }, data: { isActive: false } });
    await db().staffAccount.update({ where: { id: demoted.id }, data: { role: "VIEWER" } });
    expect(await runDecisions(gone, once)).toBe("finished");
    expect(await runDecisions(weaker, once)).toBe("finished");
    expect(await itemStates(gone)).toEqual(["FAILED plannerGone"]);
    expect(await itemStates(weaker)).toEqual(["FAILED forbidden"]);
    expect(await db().submission.count({ where: { review: "PENDING" } })).toBe(2);
    expect(await db().mail.count()).toBe(0);
  });

  it("is done in batches, each in a job of its own, by as many workers as there are", async () => {
    const ideas = await waitingIdeas(60);
    const runId = await run(
      "APPROVE",
      ideas.map((idea) => seen("submission", idea)),
    );
    expect(await runDecisions(runId, once)).toBe("more");
    expect(await db().decisionRun.findMany()).toMatchObject([{ doneCount: 25, finishedAt: null }]);
    const jobs = await pool().query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'run_decisions'");
    expect(jobs.rowCount).toBe(1);
    await Promise.all([runDecisions(runId, once), runDecisions(runId, once), runDecisions(runId, once)]);
    expect(await db().decisionRun.findMany()).toMatchObject([{ doneCount: 60, failedCount: 0 }]);
    expect((await db().decisionRun.findMany())[0]?.finishedAt).not.toBeNull();
    expect(await db().reviewDecision.count()).toBe(60);
    const mails = await db().mail.findMany({ select: { recipient: true } });
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(60);
    expect(mails).toHaveLength(60);
  });

  it("is tried again when a decision breaks for no known reason, and leaves it out at the last attempt", async () => {
    const ideas = await waitingIdeas(2);
    const runId = await run(
      "APPROVE",
      ideas.map((idea) => seen("submission", idea)),
    );
    await pool().query(
      `ALTER TABLE "ReviewDecision" ADD CONSTRAINT broken CHECK ("submissionId" <> '${ideas[0]?.id}'::uuid)`,
    );
    try {
      await expect(runDecisions(runId, once)).rejects.toThrow();
      expect(await itemStates(runId)).toEqual(["WAITING", "WAITING"]);
      expect(await runDecisions(runId, { leaveOut: true })).toBe("finished");
    } finally {
      await pool().query(`ALTER TABLE "ReviewDecision" DROP CONSTRAINT broken`);
    }
    expect(await itemStates(runId)).toEqual(["FAILED unexpected", "DONE"]);
    expect(await db().submission.findMany({ where: { id: ideas[0]?.id } })).toMatchObject([{ review: "PENDING" }]);
    expect(await db().mail.findMany()).toMatchObject([{ recipient: "author-1@example.com" }]);
  });
});

describe("a decision on one text", () => {
  it("is planned, or taken at once where the city wants it so", async () => {
    const moderator = await moderatorAccount();
    const [first, second] = await waitingIdeas(2);
    if (!first || !second) throw new Error("no ideas");
    const decide = (idea: typeof first) =>
      decideOrPlan(as(moderator.actor), "APPROVE", {
        item: seen("submission", idea),
        reasonCode: null,
        explanation: null,
      });
    expect(await decide(first)).toMatchObject({ runId: expect.any(String) });
    expect(await db().submission.count({ where: { review: "PUBLISHED" } })).toBe(0);
    await setUndoSeconds(0);
    expect(await decide(second)).toBeNull();
    expect(await db().submission.findMany({ where: { review: "PUBLISHED" } })).toMatchObject([{ id: second.id }]);
    expect(await db().decisionRun.count()).toBe(1);
    await expect(
      decideOrPlan(as(staff("VIEWER")), "APPROVE", { item: seen("submission", second), ...words }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("forgotten runs", () => {
  const jobs = "graphile_worker._private_jobs";

  it("are queued again when their time has come and no job of theirs can still run", async () => {
    const [lost, held, fine, cancelled, done] = await Promise.all(
      (await waitingIdeas(5)).map((idea) => run("APPROVE", [seen("submission", idea)])),
    );
    await pool().query(
      `DELETE FROM ${jobs} WHERE key IN ($1, $2, $3)`,
      [lost, cancelled, done].map((id) => `run ${id}`),
    );
    await pool().query(`UPDATE ${jobs} SET locked_at = now(), locked_by = 'x', attempts = 1 WHERE key = $1`, [
      `run ${held}`,
    ]);
    await db().decisionRun.update({ where: { id: cancelled }, data: { cancelledAt: new Date() } });
    await db().decisionRun.update({ where: { id: done }, data: { finishedAt: new Date() } });

    expect(await requeueForgottenRuns(0)).toBe(2);
    const runnable = await pool().query<{ key: string }>(
      "SELECT key FROM graphile_worker.jobs WHERE key IS NOT NULL AND locked_at IS NULL",
    );
    expect(runnable.rows.map(({ key }) => key).sort()).toEqual([lost, held, fine].map((id) => `run ${id}`).sort());
    expect(await requeueForgottenRuns(0)).toBe(0);
  });

  it("are given time, and left alone until they are to start", async () => {
    const [idea] = await waitingIdeas(1);
    if (!idea) throw new Error("no idea");
    const runId = await run("APPROVE", [seen("submission", idea)]);
    await pool().query(`DELETE FROM ${jobs}`);
    const startsAt = (at: number) =>
      db().decisionRun.update({ where: { id: runId }, data: { startsAt: new Date(at) } });
    await startsAt(Date.now() + 60_000);
    expect(await requeueForgottenRuns(0)).toBe(0);
    await startsAt(Date.now() - 60_000);
    expect(await requeueForgottenRuns(120_000)).toBe(0);
    expect(await requeueForgottenRuns(0)).toBe(1);
  });
});
