import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeComment, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { hideItem } from "./hide-item.server.ts";
import { lookOverItem } from "./look-over-item.server.ts";

useDatabase();

const unread = () => makeSubmission({ review: "PUBLISHED", publishedAt: noon, awaitsLook: true });
const itemOf = ({ id }: { id: string }) => ({ type: "submission", id }) as const;
const stored = ({ id }: { id: string }) => db().submission.findUniqueOrThrow({ where: { id } });

describe("looking over what was public before anybody read it", () => {
  it("says who did and when, leaves it public and tells nobody", async () => {
    const submission = await unread();
    const moderator = { ...staff("MODERATOR"), name: "審査担当" };
    await lookOverItem(as(moderator), { item: itemOf(submission), version: 1 });
    expect(await stored(submission)).toMatchObject({
      review: "PUBLISHED",
      awaitsLook: false,
      lookedAt: noon,
      lookedBy: "審査担当",
      version: 2,
    });
    expect(await db().mail.count()).toBe(0);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "look-over-submission", subjectId: submission.id, detail: { revision: 1 } },
    ]);
  });

  it("of a comment ends its promise, too", async () => {
    const theme = await makeTheme();
    const comment = await makeComment({ themeId: theme.id, review: "PUBLISHED", awaitsLook: true, dueOn: noon });
    await lookOverItem(as(staff("ADMIN")), { item: { type: "comment", id: comment.id }, version: 1 });
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      awaitsLook: false,
      dueOn: null,
    });
  });

  it("is possible once, and not where there is nothing to look over", async () => {
    const submission = await unread();
    await lookOverItem(as(staff("MODERATOR")), { item: itemOf(submission), version: 1 });
    const refused = { code: "CONFLICT", messageKey: "notPossibleNow" };
    await expect(lookOverItem(as(staff("MODERATOR")), { item: itemOf(submission), version: 2 })).rejects.toMatchObject(
      refused,
    );
    const pending = await makeSubmission();
    await expect(lookOverItem(as(staff("MODERATOR")), { item: itemOf(pending), version: 1 })).rejects.toMatchObject(
      refused,
    );
  });

  it("refuses viewers, officers, everybody else and a stale page", async () => {
    const submission = await unread();
    const input = { item: itemOf(submission), version: 1 };
    for (const actor of [staff("VIEWER"), staff("OFFICER"), { kind: "anonymous" } as const]) {
      await expect(lookOverItem(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(lookOverItem(as(staff("MODERATOR")), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    expect(await stored(submission)).toMatchObject({ awaitsLook: true, version: 1 });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("is no longer asked for once somebody hid it", async () => {
    const submission = await unread();
    await hideItem(as(staff("MODERATOR")), {
      item: itemOf(submission),
      version: 1,
      reasonCode: "OFF_TOPIC",
      explanation: "テーマと関係がありません。",
    });
    expect(await stored(submission)).toMatchObject({ review: "HIDDEN", awaitsLook: false });
  });
});
