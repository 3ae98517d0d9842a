import { describe, expect, it } from "vitest";
import { findMergedInto } from "#app/domain/reading/queries/find-merged-into.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { twoAlike } from "#tests/support/factories/alike.ts";
import { as, noon, staff, submissionRow } from "#tests/support/factories/review-rows.ts";
import { openItem } from "../open-item.server.ts";
import { previewSeparate } from "../queries/preview-merge.server.ts";
import { mergeSubmission } from "./merge-submission.server.ts";
import { separateSubmission } from "./separate-submission.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const explanation = "もう一度読み、別の内容だと考えました。";

async function merged(review: "PENDING" | "PUBLISHED" | "RETURNED") {
  const { theme, source, target } = await twoAlike({ source: review });
  await mergeSubmission(as(moderator), {
    submissionId: source.id,
    version: 1,
    into: target.number,
    intoVersion: 1,
    explanation: "同じ内容です。",
  });
  await db().mail.deleteMany();
  await db().timelineEntry.deleteMany();
  return { theme, source, target, input: { submissionId: source.id, version: 2, explanation } };
}

describe("undoing a merge", () => {
  it.each(["PENDING", "PUBLISHED", "RETURNED"] as const)("brings it back to %s with the day it had", async (review) => {
    const { theme, source, target, input } = await merged(review);
    expect(await previewSeparate(moderator, input)).toMatchObject({
      mails: [{ number: source.number }, { number: target.number }],
    });
    await separateSubmission(as(moderator), input);
    expect(await submissionRow(source.id)).toMatchObject({
      review,
      mergedIntoId: null,
      reviewBeforeMerge: null,
      dueOnBeforeMerge: null,
      dueOn: review === "RETURNED" ? null : new Date("2026-11-27T00:00:00Z"),
    });
    const counted = (await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount;
    expect(counted).toBe(0);
    expect(await findMergedInto(anonymous, source.number)).toBeNull();
    const shown = review === "PUBLISHED";
    expect(await db().timelineEntry.findMany({ orderBy: { audience: "asc" } })).toMatchObject(
      shown
        ? [
            { submissionId: target.id, event: "SEPARATED", audience: "PUBLIC", note: null },
            { submissionId: source.id, event: "SEPARATED", audience: "AUTHOR", note: explanation },
          ]
        : [
            { event: "SEPARATED", audience: "AUTHOR" },
            { event: "SEPARATED", audience: "AUTHOR" },
          ],
    );
    expect(await db().mail.findMany({ orderBy: { recipient: "asc" } })).toMatchObject([
      { template: "separated", recipient: "first@example.com", params: { other: source.number, explanation: null } },
      { template: "separated", recipient: "second@example.com", params: { other: target.number, explanation } },
    ]);
    expect(await db().auditEntry.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      action: "separate-submission",
      detail: { from: target.number, review },
    });
  });

  it("promises a new day where the one before has passed", async () => {
    const { source, input } = await merged("PENDING");
    await separateSubmission(as(moderator, new Date("2026-12-07T03:00:00Z")), input);
    expect((await submissionRow(source.id)).dueOn?.toISOString()).toBe("2026-12-10T00:00:00.000Z");
  });

  it("is refused while another moderator has it open", async () => {
    const { source, input } = await merged("PENDING");
    const item = { type: "submission", id: source.id } as const;
    await openItem(staff("MODERATOR"), item, { now: noon, isLook: true });
    await expect(separateSubmission(as(moderator), input)).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await submissionRow(source.id)).toMatchObject({ review: "MERGED", version: 2 });
  });

  it("is refused to officers and viewers, for what is not merged, and on a stale page", async () => {
    const { input } = await merged("PENDING");
    await expect(separateSubmission(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(separateSubmission(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(separateSubmission(as(moderator), { ...input, version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await separateSubmission(as(moderator), input);
    await expect(separateSubmission(as(moderator), { ...input, version: 3 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });
});
