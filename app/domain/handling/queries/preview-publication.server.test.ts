import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { as, makeAddress, staff } from "#tests/support/factories/review-rows.ts";
import { draftAnswer } from "../commands/draft-answer.server.ts";
import { publishAnswer } from "../commands/publish-answer.server.ts";
import { previewPublication } from "./preview-publication.server.ts";

useDatabase();

async function drafted(emailAddressId: string | null) {
  const people = await assigned({ hidden: { emailAddressId } });
  const { answerId } = await draftAnswer(as(people.officer), {
    submissionId: people.id,
    version: 2,
    outcomeKey: "adopted",
    referral: null,
    body: "来年度から行います。",
  });
  return { ...people, input: { submissionId: people.id, version: 3, answerId } };
}

describe("the mail of an answer, before the answer is published", () => {
  it("reads as it will be sent, without the key, and says whether it goes out", async () => {
    const { moderator, number, input } = await drafted(await makeAddress("author@example.com"));
    const preview = await previewPublication(moderator, input);
    expect(preview).toMatchObject({ recipient: "confirmed", subject: expect.stringContaining(number) });
    expect(preview.text).toContain("来年度から行います。");
    expect(preview.text).toContain("〔照会キー〕");
    expect(await db().mail.count({ where: { template: "answered" } })).toBe(0);
  });

  it("says when nobody gets it", async () => {
    const { moderator, input } = await drafted(null);
    expect((await previewPublication(moderator, input)).recipient).toBe("none");
  });

  it("is refused as the publication would be", async () => {
    const { moderator, officer, input } = await drafted(null);
    await expect(previewPublication(officer, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewPublication(staff("VIEWER"), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewPublication(moderator, { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await publishAnswer(as(moderator), input);
    await expect(previewPublication(moderator, { ...input, version: 4 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });
});
