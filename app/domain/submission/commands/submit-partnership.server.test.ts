import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  confirmedAddress,
  contextOf,
  makeTheme,
  partnershipInput,
  queuedMails,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitPartnership } from "./submit-partnership.server.ts";

describe("submitting a partnership proposal", () => {
  useDatabase();

  it("keeps what is confidential apart from what can be published, out of search, audit and mail", async () => {
    await makeTheme();
    await confirmedAddress("a@example.com");
    const secret = "社外秘の原価は一回あたり一二三四円です。";
    const { id } = await submitPartnership(contextOf(), partnershipInput({ email: "a@example.com" }));
    const stored = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({ kind: "PARTNERSHIP", review: "PENDING", organizationName: "例示交通株式会社" });
    const elsewhere = [
      stored,
      await db().auditEntry.findMany(),
      await db().mail.findMany(),
      await db().timelineEntry.findMany(),
    ];
    const text = JSON.stringify(elsewhere, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    for (const cityOnly of [
      secret,
      "車両と運転手を出します。",
      "停留所の場所を貸してください。",
      "企画担当",
      "2120901007402",
      "0144-00-0000",
    ]) {
      expect(text).not.toContain(cityOnly);
    }
    expect(await db().submissionPrivate.findUniqueOrThrow({ where: { submissionId: id } })).toMatchObject({
      corporateNumber: "2120901007402",
      contactPerson: "企画担当",
      cooperation: "車両と運転手を出します。",
      costSharing: "PARTIAL",
      confidentialNote: secret,
    });
    expect(await db().submissionRevision.findMany()).toMatchObject([
      { revision: 1, cityOnly: { confidentialNote: secret, costSharing: "PARTIAL" } },
    ]);
    expect(await auditedActions()).toEqual(["submit-partnership"]);
    expect(await queuedMails()).toEqual([{ template: "receipt", recipient: "a@example.com" }]);
  });

  it("gives the same receipt when the same confirm page is sent again, also at the same time", async () => {
    await makeTheme();
    const input = partnershipInput();
    const receipts = await Promise.all([1, 2, 3].map(() => submitPartnership(contextOf(), input)));
    expect(new Set(receipts.map((receipt) => receipt.trackingKey)).size).toBe(1);
    expect(await db().submission.count()).toBe(1);
  });

  it("is refused where no proposals are taken, and for staff", async () => {
    await makeTheme({ acceptsIdeas: false });
    await expect(submitPartnership(contextOf(), partnershipInput())).rejects.toMatchObject({
      messageKey: "partnershipsClosed",
    });
    await expect(submitPartnership(contextOf(staffActor("OFFICER")), partnershipInput())).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await auditedActions()).toEqual([]);
  });
});
