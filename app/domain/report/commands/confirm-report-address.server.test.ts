import { addDays } from "date-fns/addDays";
import { describe, expect, it } from "vitest";
import { findConfirmation } from "#app/domain/comment/queries/find-confirmation.server.ts";
import { closeReports } from "#app/domain/moderation/commands/close-reports.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { reportedSubmission } from "#tests/support/factories/reports.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { confirmationTokenOf } from "#tests/support/submissions.ts";
import { confirmReportAddress } from "./confirm-report-address.server.ts";

useDatabase();

const kept = { outcome: "KEPT", explanation: "市の施設の番号です。" } as const;

async function asked() {
  const reported = await reportedSubmission({ email: "reader@example.com" });
  return { ...reported, token: await confirmationTokenOf({ reportId: reported.reportId }) };
}

const toReader = async () =>
  (await db().mail.findMany({ where: { recipient: "reader@example.com", template: "report-closed" } })).length;

describe("confirming the address given with a report", () => {
  it("before the report is closed has its owner told then, once", async () => {
    const { closing, reportId, token, item, number } = await asked();
    expect(await findConfirmation(token, noon)).toMatchObject({ of: { report: reportId }, number, state: "open" });
    await confirmReportAddress(as(anonymous), { reportId, token });
    await confirmReportAddress(as(anonymous), { reportId, token });
    expect(await toReader()).toBe(0);
    expect(await db().auditEntry.count({ where: { action: "confirm-report-address", subjectId: item.id } })).toBe(1);
    await closeReports(as(staff("MODERATOR")), { ...closing, ...kept });
    expect(await toReader()).toBe(1);
  });

  it("afterwards has its owner told at once, once", async () => {
    const { closing, reportId, token } = await asked();
    await closeReports(as(staff("MODERATOR")), { ...closing, ...kept });
    expect(await toReader()).toBe(0);
    await confirmReportAddress(as(anonymous), { reportId, token });
    await confirmReportAddress(as(anonymous), { reportId, token });
    expect(await toReader()).toBe(1);
  });

  it("at the same moment has them told once all the same", async () => {
    const { closing, reportId, token } = await asked();
    await Promise.all([
      closeReports(as(staff("MODERATOR")), { ...closing, ...kept }),
      confirmReportAddress(as(anonymous), { reportId, token }),
    ]);
    expect(await toReader()).toBe(1);
  });

  it("is refused with the token of something else, too late, and to anybody with an account", async () => {
    const { reportId, token } = await asked();
    await expect(confirmReportAddress(as(anonymous), { reportId, token: "A".repeat(43) })).rejects.toMatchObject({
      messageKey: "confirmationInvalid",
    });
    await expect(confirmReportAddress(as(anonymous), { reportId: crypto.randomUUID(), token })).rejects.toMatchObject({
      messageKey: "confirmationInvalid",
    });
    await expect(confirmReportAddress(as(anonymous, addDays(noon, 8)), { reportId, token })).rejects.toMatchObject({
      messageKey: "confirmationExpired",
    });
    await expect(confirmReportAddress(as(staff("ADMIN")), { reportId, token })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
