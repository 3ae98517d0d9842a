import { describe, expect, it } from "vitest";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeAddress, makeDesk, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { declineItem } from "./decline-item.server.ts";

useDatabase();

const reason = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため、公開しません。" } as const;

describe("declining a text", () => {
  it("never publishes it and tells its author why", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id } = await makeSubmission({ hidden: { emailAddressId } });
    await declineItem(as(staff("MODERATOR")), { item: { type: "submission", id }, version: 1, ...reason });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      review: "DECLINED",
      dueOn: null,
    });
    expect(await db().timelineEntry.findMany()).toMatchObject([{ event: "DECLINED", audience: "AUTHOR" }]);
    expect(await db().mail.findMany()).toMatchObject([
      {
        template: "declined",
        params: { explanation: reason.explanation, reason: { en: "Reason OFF_TOPIC" }, stillAnswered: false },
      },
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "decline-submission" }]);
  });

  it("leaves what a desk has to that desk, and says that an answer still comes", async () => {
    const desk = await makeDesk();
    const emailAddressId = await makeAddress("author@example.com");
    const { id } = await makeSubmission({ hidden: { emailAddressId } });
    await assignSubmission(as(staff("MODERATOR")), {
      submissionId: id,
      version: 1,
      deskId: desk.id,
      dueOn: "2026-12-04",
      instruction: null,
    });
    await declineItem(as(staff("MODERATOR")), { item: { type: "submission", id }, version: 2, ...reason });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      review: "DECLINED",
      handling: "ASSIGNED",
      handlingDeskId: desk.id,
      dueOn: new Date("2026-12-04T00:00:00Z"),
    });
    expect(await db().mail.findFirst({ where: { template: "declined" } })).toMatchObject({
      params: { stillAnswered: true },
    });
  });

  it("is refused to viewers and officers, for what is decided already, and on a stale page", async () => {
    const desk = await makeDesk();
    const declined = await makeSubmission({ review: "DECLINED", handlingDeskId: desk.id });
    const input = { item: { type: "submission", id: declined.id } as const, version: 1, ...reason };
    await expect(declineItem(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(declineItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(declineItem(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(declineItem(as(staff("MODERATOR")), input)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    await expect(declineItem(as(staff("MODERATOR")), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
  });
});
