import { describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringSubmissionTo,
  changeNow,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  publishedIdea,
} from "#tests/support/submissions.ts";
import type { SubmissionChanges } from "./change-submission.server.ts";
import { changeSubmission } from "./change-submission.server.ts";
import { submitIdea } from "./commands/submit-idea.server.ts";
import { submitInquiry } from "./commands/submit-inquiry.server.ts";

const counts = () => db().theme.findFirstOrThrow({ select: { proposalCount: true, answeredCount: true } });

const change = (id: string, version: number, changes: SubmissionChanges) =>
  inTransaction(contextOf(), (ctx) => changeSubmission(ctx, { id, version, changes }));

describe("changing a submission", () => {
  useDatabase();

  it("counts published and answered proposals of the theme whatever comes first", async () => {
    const theme = await makeTheme();
    const { id } = await submitIdea(contextOf(), ideaInput());
    const assign = { handling: "ASSIGNED", handlingDeskId: theme.deskId } as const;
    await db().outcome.create({ data: { key: "adopted", position: 1, label: {}, meaning: {} } });
    const seen = [await counts()];
    for (const changes of [
      assign,
      { handling: "DRAFTED" },
      { handling: "ANSWERED", outcomeKey: "adopted" },
      { review: "PUBLISHED" },
      { review: "HIDDEN" },
      { review: "PUBLISHED" },
      { review: "WITHDRAWN" },
    ] satisfies SubmissionChanges[]) {
      await changeNow(id, changes);
      seen.push(await counts());
    }
    expect(seen.map(({ proposalCount, answeredCount }) => [proposalCount, answeredCount])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it("keeps the first publication and the first answer for ever", async () => {
    await makeTheme();
    const { id } = await publishedIdea();
    const first = (await db().submission.findUniqueOrThrow({ where: { id } })).publishedAt;
    await changeNow(id, { review: "HIDDEN" }, new Date("2026-12-01T00:00:00Z"));
    await changeNow(id, { review: "PUBLISHED" }, new Date("2026-12-02T00:00:00Z"));
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).publishedAt).toEqual(first);
  });

  it("keeps search columns in step with the public text, and those of an inquiry empty", async () => {
    await makeTheme();
    await makeDesk();
    const idea = await submitIdea(contextOf(), ideaInput());
    await changeNow(idea.id, { title: "ヴィーナスの像" });
    const { searchText, searchTokens } = await db().submission.findUniqueOrThrow({ where: { id: idea.id } });
    expect(searchText).toContain("の像");
    expect(searchTokens).toContain("の像");
    const inquiry = await submitInquiry(contextOf(), inquiryInput());
    await changeNow(inquiry.id, { lateReason: "確認中" });
    expect(await db().submission.findUniqueOrThrow({ where: { id: inquiry.id } })).toMatchObject({
      searchText: "",
      searchTokens: [],
      lateReason: "確認中",
    });
  });

  it("refuses a stale version, a missing row and moves the tables do not know", async () => {
    await makeTheme();
    await makeDesk();
    const { id } = await submitIdea(contextOf(), ideaInput());
    await expect(change(id, 2, { title: "x" })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await expect(change(crypto.randomUUID(), 1, { title: "x" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(change(id, 1, { review: "HIDDEN" })).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    await expect(change(id, 1, { handling: "ANSWERED" })).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    const inquiry = await submitInquiry(contextOf(), inquiryInput());
    await expect(change(inquiry.id, 1, { review: "PUBLISHED" })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });

  it("lets one of several changes at the same time win", async () => {
    await makeTheme();
    const { id } = await submitIdea(contextOf(), ideaInput());
    const results = await Promise.allSettled(
      ["PUBLISHED", "DECLINED", "RETURNED"].map((review) => change(id, 1, { review } as SubmissionChanges)),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).version).toBe(2);
  });

  it("reaches every state it can be brought to", async () => {
    await makeTheme();
    for (const state of ["PUBLISHED", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN", "MERGED"] as const) {
      const { id } = await submitIdea(contextOf(), ideaInput());
      await bringSubmissionTo(id, state);
      expect((await db().submission.findUniqueOrThrow({ where: { id } })).review).toBe(state);
    }
    expect(await counts()).toEqual({ proposalCount: 1, answeredCount: 0 });
  });
});
