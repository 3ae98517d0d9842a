import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { databaseDigest } from "#tests/support/database-digest.ts";
import { reportInput } from "#tests/support/factories/reports.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { itemStates, seen } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { planDecisions } from "../commands/plan-decisions.server.ts";
import { reportItem } from "../commands/report-item.server.ts";
import { runDecisions } from "../run-decisions.server.ts";
import { previewRun } from "./preview-run.server.ts";

useDatabase();

const words = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため。" } as const;
const noWords = { reasonCode: null, explanation: null };

/** Proposals and comments of every fate. */
async function choice() {
  const theme = await makeTheme();
  const author = await makeAddress("author@example.com");
  const open = await makeSubmission({ locale: "en", hidden: { emailAddressId: author } });
  const unconfirmed = await makeSubmission({
    hidden: { emailAddressId: await makeAddress("unconfirmed@example.com", false) },
  });
  const published = await makeSubmission({ review: "PUBLISHED", hidden: { emailAddressId: author } });
  const hidden = await makeSubmission({ review: "HIDDEN" });
  const comment = await makeComment({
    themeId: theme.id,
    submissionId: published.id,
    body: `${"長い".repeat(40)}コメント`,
    hidden: { emailAddressId: await makeAddress("commenter@example.com") },
  });
  const unseen = await makeComment({ themeId: theme.id, submissionId: hidden.id });
  const changed = await makeSubmission({ version: 2 });
  const items = [
    seen("submission", open),
    seen("submission", unconfirmed),
    seen("submission", published),
    seen("comment", comment),
    seen("comment", unseen),
    { ...seen("submission", changed), version: 1 },
    { type: "submission" as const, id: crypto.randomUUID(), version: 1 },
  ];
  return { items, open, published };
}

describe("the preview of a run", () => {
  it("tells of each text what it becomes, or why it cannot, and who is mailed; nothing changes", async () => {
    const { items, open } = await choice();
    const before = await databaseDigest();
    const preview = await previewRun(staff("MODERATOR"), "APPROVE", items, noWords, noon);
    expect(await databaseDigest()).toEqual(before);
    expect(preview.items.map(({ from, to, problem, recipient }) => [from, to, problem, recipient])).toEqual([
      ["PENDING", "PUBLISHED", null, "confirmed"],
      ["PENDING", "PUBLISHED", null, "unconfirmed"],
      ["PUBLISHED", null, "notPossibleNow", "confirmed"],
      ["PENDING", "PUBLISHED", null, "confirmed"],
      ["PENDING", null, "parentNotPublic", "none"],
      ["PENDING", null, "changedMeanwhile", "none"],
    ]);
    expect(preview.items[3]?.title).toMatch(/^長い.*…$/);
    expect(preview.recipients).toEqual({ confirmed: 2, unconfirmed: 1, none: 0 });
    // the author of the proposal that the comment stands on
    expect(preview.alsoTold).toBe(1);
    expect(preview.mail?.number).toBe(open.number);
    expect(preview.mail?.subject).toContain(open.number);
    expect(preview.mail?.text).toContain("/en/");
  });

  it("tells what would become public that should be looked at twice, and of what stays hidden nothing", async () => {
    const flagged = await makeSubmission({});
    const comment = await makeComment({ themeId: (await makeTheme()).id });
    const fine = await makeSubmission({});
    const found = [
      { submissionId: flagged.id, kind: "LINK", start: 0 },
      { submissionId: flagged.id, kind: "LINK", start: 9 },
      { submissionId: flagged.id, kind: "PERSONAL_DATA", start: 20 },
      { commentId: comment.id, kind: "WORD", start: 5 },
    ] as const;
    await db().flag.createMany({
      data: found.map((one) => ({
        ...one,
        id: crypto.randomUUID(),
        revision: 1,
        at: noon,
        field: "body",
        end: one.start + 4,
      })),
    });
    const items = [seen("submission", flagged), seen("comment", comment), seen("submission", fine)];
    const flagsOf = async (decision: "APPROVE" | "DECLINE", said: typeof noWords | typeof words) =>
      (await previewRun(staff("MODERATOR"), decision, items, said, noon)).items.map(({ flags }) => flags);
    expect(await flagsOf("APPROVE", noWords)).toEqual([["PERSONAL_DATA", "LINK"], ["WORD"], []]);
    expect(await flagsOf("DECLINE", words)).toEqual([[], [], []]);
  });

  it("foresees exactly what the run then does", async () => {
    const { items, published } = await choice();
    await makeAddress("reader@example.com");
    for (const email of ["reader@example.com", "reader@example.com", "unconfirmed-reader@example.com", null])
      await reportItem(as(anonymous), reportInput({ type: "submission", number: published.number }, { email }));
    const { actor } = await makeAccount({ role: "MODERATOR", password: null });
    for (const decision of ["APPROVE", "HIDE"] as const) {
      const asked = await Promise.all(
        items.map(async (item) => {
          const row =
            item.type === "comment"
              ? await db().comment.findUnique({ where: { id: item.id } })
              : await db().submission.findUnique({ where: { id: item.id } });
          // one of them stays as it was seen before somebody changed it
          return item === items[5] ? item : { ...item, version: row?.version ?? 1 };
        }),
      );
      const mailsBefore = await db().mail.count();
      const preview = await previewRun(actor, decision, asked, words, noon);
      const { runId } = await planDecisions(as(actor), { decision, items: asked, ...words });
      await runDecisions(runId, { leaveOut: false });
      expect(await itemStates(runId)).toEqual(
        preview.items.map(({ problem }) => (problem === null ? "DONE" : `FAILED ${problem}`)),
      );
      const mails = (await db().mail.count()) - mailsBefore;
      expect(mails).toBe(preview.recipients.confirmed + preview.alsoTold + preview.closes.told);
      expect(preview.closes).toEqual(decision === "HIDE" ? { reports: 4, told: 1 } : { reports: 0, told: 0 });
    }
  });

  it("says of what is planned already that it is", async () => {
    const submission = await makeSubmission();
    const items = [seen("submission", submission)];
    await planDecisions(as(staff("MODERATOR")), { decision: "APPROVE", items, ...noWords });
    const preview = await previewRun(staff("ADMIN"), "DECLINE", items, words, noon);
    expect(preview.items).toMatchObject([{ to: null, problem: "alreadyPlanned" }]);
    expect(preview.mail).toBeNull();
  });

  it("is for those who decide", async () => {
    await expect(previewRun(staff("VIEWER"), "DECLINE", [], words, noon)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewRun(staff("OFFICER"), "DECLINE", [], words, noon)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
