import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { reportedSubmission } from "#tests/support/factories/reports.ts";
import { as, makeAddress, staff } from "#tests/support/factories/review-rows.ts";
import { viewReporter } from "./view-reporter.server.ts";

useDatabase();

describe("the address a reader gave with a report", () => {
  it("is shown to a moderator one at a time, and the view is recorded without it", async () => {
    await makeAddress("reader@example.com", false);
    const { item, reportId } = await reportedSubmission({ email: "reader@example.com" });
    expect(await viewReporter(as(staff("MODERATOR")), { item, report: reportId })).toEqual({
      email: "reader@example.com",
      emailConfirmed: false,
    });
    const entries = await db().auditEntry.findMany({ where: { action: "view-reporter" } });
    expect(entries).toMatchObject([{ subjectId: item.id, detail: { report: reportId } }]);
    expect(JSON.stringify(entries[0]?.detail)).not.toContain("reader@");
  });

  it("is shown to nobody else, and not for another item", async () => {
    const { item, comment, reportId } = await reportedSubmission({ email: "reader@example.com" });
    const input = { item, report: reportId };
    const author = { kind: "author", of: "submission", id: item.id } as const;
    for (const actor of [staff("VIEWER"), staff("OFFICER"), anonymous, author])
      await expect(viewReporter(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(viewReporter(as(staff("ADMIN")), { ...input, item: comment.item })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db().auditEntry.count({ where: { action: "view-reporter" } })).toBe(0);
  });
});
