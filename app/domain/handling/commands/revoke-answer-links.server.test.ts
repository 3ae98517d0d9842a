import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { findAnswerLink } from "../queries/find-answer-link.server.ts";
import { revokeAnswerLinks } from "./revoke-answer-links.server.ts";

useDatabase();

describe("revoking the links of a desk's mails", () => {
  it("stops them and leaves the task with the desk", async () => {
    const { id, moderator, desk, link } = await assigned();
    await revokeAnswerLinks(as(moderator), { submissionId: id, version: 2 });
    expect(await findAnswerLink(answerToken(link.linkId), noon)).toBeNull();
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "ASSIGNED",
      handlingDeskId: desk.id,
      version: 3,
    });
    expect(await newAudit()).toMatchObject([{ action: "revoke-answer-links", detail: { revoked: 1 } }]);
  });

  it("is refused to officers, viewers and the link, when there is none left, and on a stale page", async () => {
    const { id, moderator, officer, otherOfficer, viewer, link } = await assigned();
    for (const actor of [officer, otherOfficer, viewer, link]) {
      await expect(revokeAnswerLinks(as(actor), { submissionId: id, version: 2 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await expect(revokeAnswerLinks(as(moderator), { submissionId: id, version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await revokeAnswerLinks(as(moderator), { submissionId: id, version: 2 });
    await expect(revokeAnswerLinks(as(moderator), { submissionId: id, version: 3 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });
});
