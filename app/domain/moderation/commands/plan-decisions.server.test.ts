import { describe, expect, it } from "vitest";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { itemStates, seen, setUndoSeconds } from "#tests/support/factories/runs.ts";
import { runLimit } from "../decision-run.ts";
import { previewRedaction } from "../queries/preview-redaction.server.ts";
import { approveItem } from "./approve-item.server.ts";
import { cancelDecisionRun } from "./cancel-decision-run.server.ts";
import { escalateItem } from "./escalate-item.server.ts";
import { lookOverItem } from "./look-over-item.server.ts";
import { moveItem } from "./move-item.server.ts";
import { planDecisions } from "./plan-decisions.server.ts";
import { redactItem } from "./redact-item.server.ts";

useDatabase();

const noWords = { reasonCode: null, explanation: null };
const words = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため。" } as const;
const runs = () => db().decisionRun.findMany();

describe("planning decisions", () => {
  it("keeps everything as it is until the time to take it back is over, and queues the run for then", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const submission = await makeSubmission({ hidden: { emailAddressId } });
    const moderator = staff("MODERATOR");
    const { runId, startsAt } = await planDecisions(as(moderator), {
      decision: "APPROVE",
      items: [seen("submission", submission)],
      ...noWords,
    });

    expect(startsAt).toEqual(new Date(noon.getTime() + 10_000));
    expect(await runs()).toMatchObject([
      { id: runId, decision: "APPROVE", byId: moderator.id, byLabel: moderator.name, size: 1, startedAt: null },
    ]);
    expect(await itemStates(runId)).toEqual(["WAITING"]);
    expect(await db().submission.findMany()).toMatchObject([{ review: "PENDING", version: 1 }]);
    expect(await db().mail.count()).toBe(0);
    expect(await db().timelineEntry.count()).toBe(0);
    expect(await db().auditEntry.findMany()).toMatchObject([
      {
        action: "plan-decisions",
        subjectType: "decision-run",
        subjectId: runId,
        subjectNumber: submission.number,
        detail: { decision: "APPROVE", items: 1, startsAt: startsAt.toISOString() },
      },
    ]);
    const jobs = await pool().query<{ run_at: Date; task_identifier: string }>("SELECT * FROM graphile_worker.jobs");
    expect(jobs.rows).toMatchObject([{ task_identifier: "run_decisions", run_at: startsAt }]);
  });

  it("takes many texts at once, and writes down which cannot be decided on and why", async () => {
    await setUndoSeconds(0);
    const theme = await makeTheme();
    const hidden = await makeSubmission({ themeId: theme.id, review: "HIDDEN" });
    const pending = await makeSubmission();
    const comment = await makeComment({ themeId: theme.id, submissionId: hidden.id });
    const gone = { type: "submission", id: crypto.randomUUID(), version: 1 } as const;
    const changed = await makeSubmission({ version: 3 });
    const { runId, startsAt } = await planDecisions(as(staff("ADMIN")), {
      decision: "APPROVE",
      items: [
        seen("submission", hidden),
        seen("submission", pending),
        seen("comment", comment),
        gone,
        { ...seen("submission", changed), version: 2 },
      ],
      ...noWords,
    });
    expect(startsAt).toEqual(noon);
    expect(await itemStates(runId)).toEqual([
      "FAILED notPossibleNow",
      "WAITING",
      "FAILED parentNotPublic",
      "FAILED changedMeanwhile",
    ]);
    expect(await runs()).toMatchObject([{ size: 4, doneCount: 0, failedCount: 3 }]);
    expect(await db().auditEntry.findMany()).toMatchObject([{ subjectNumber: null, detail: { items: 4 } }]);
  });

  it("is refused to everybody else, and writes nothing then", async () => {
    const desk = await makeDesk();
    const submission = await makeSubmission({ handlingDeskId: desk.id });
    const input = { decision: "APPROVE" as const, items: [seen("submission", submission)], ...noWords };
    for (const actor of [
      staff("VIEWER"),
      staff("OFFICER", desk.id),
      { kind: "anonymous" } as const,
      { kind: "author", of: "submission", id: submission.id } as const,
    ]) {
      await expect(planDecisions(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await runs()).toEqual([]);
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("is refused for one text with the reason of the decision itself", async () => {
    const submission = await makeSubmission();
    const plan = (decision: "APPROVE" | "RESTORE", version: number) =>
      planDecisions(as(staff("MODERATOR")), {
        decision,
        items: [{ ...seen("submission", submission), version }],
        reasonCode: null,
        explanation: "理由です。",
      });
    await expect(plan("APPROVE", 2)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "changedMeanwhile" });
    await expect(plan("RESTORE", 1)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "notPossibleNow" });
    await db().submission.delete({ where: { id: submission.id } });
    await expect(plan("APPROVE", 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await runs()).toEqual([]);
  });

  it("is refused for many when none is possible, for none, for too many and without the words it needs", async () => {
    const items = [
      seen("submission", await makeSubmission({ review: "PUBLISHED" })),
      seen("submission", await makeSubmission({ review: "DECLINED" })),
    ];
    const moderator = as(staff("MODERATOR"));
    await expect(planDecisions(moderator, { decision: "DECLINE", items, ...words })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "nothingToDecide",
    });
    await expect(planDecisions(moderator, { decision: "HIDE", items: [], ...words })).rejects.toMatchObject({
      code: "INPUT",
      fields: { items: ["chooseItems"] },
    });
    const many = Array.from({ length: runLimit + 1 }, () => ({
      type: "submission" as const,
      id: crypto.randomUUID(),
      version: 1,
    }));
    await expect(planDecisions(moderator, { decision: "HIDE", items: many, ...words })).rejects.toMatchObject({
      fields: { items: ["tooManyItems"] },
    });
    await expect(planDecisions(moderator, { decision: "HIDE", items, ...noWords })).rejects.toMatchObject({
      fields: { reasonCode: ["choose"] },
    });
    expect(await runs()).toEqual([]);
  });

  it("is one at a time for each text: neither a second plan nor a decision at once gets past the first", async () => {
    const submission = await makeSubmission();
    const items = [seen("submission", submission)];
    const plan = () => planDecisions(as(staff("MODERATOR")), { decision: "APPROVE", items, ...noWords });
    const results = await Promise.allSettled([plan(), plan(), plan()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "CONFLICT", messageKey: "alreadyPlanned" });
      }
    }
    const [item] = items;
    if (item) {
      await expect(approveItem(as(staff("ADMIN")), { item, version: 1 })).rejects.toMatchObject({
        messageKey: "alreadyPlanned",
      });
    }
    expect(await db().mail.count()).toBe(0);
  });

  it("keeps moderators from whatever else would make it fail, until it is taken back", async () => {
    const { id, desk, otherDesk } = await assigned({ awaitsLook: true });
    const item = { type: "submission", id, version: 2 } as const;
    const other = await makeTheme(desk.id);
    const hiding = { item, version: 2, ranges: [], words: { text: "回覧", label: "OTHER" } } as const;
    const given = {
      submissionId: id,
      version: 2,
      deskId: otherDesk.id,
      dueOn: "2026-12-04",
      instruction: null,
    } as const;
    const decider = as(staff("MODERATOR"));
    const { runId } = await planDecisions(decider, { decision: "HIDE", items: [item], ...words });
    const acts = [
      () => redactItem(decider, hiding),
      () => previewRedaction(staff("MODERATOR"), hiding),
      () => moveItem(decider, { item, version: 2, themeId: other.id, explanation: "理由" }),
      () => escalateItem(decider, { item, version: 2, note: "迷います" }),
      () => lookOverItem(decider, { item, version: 2 }),
      () => assignSubmission(decider, given),
      () => assignSubmission(as(staff("ADMIN")), given),
      () => extendDueDate(decider, { submissionId: id, version: 2, dueOn: "2026-12-11", reason: "確認のため" }),
    ];
    for (const act of acts) {
      await expect(act(), act.toString()).rejects.toMatchObject({ code: "CONFLICT", messageKey: "alreadyPlanned" });
    }
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 2,
      handlingDeskId: desk.id,
    });

    await cancelDecisionRun(decider, { runId });
    await assignSubmission(decider, given);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ handlingDeskId: otherDesk.id });
  });
});
