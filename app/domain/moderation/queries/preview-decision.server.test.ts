import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeAddress, makeDesk, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { previewDecision } from "./preview-decision.server.ts";

describe("the preview of a decision's mail", () => {
  useDatabase();
  const words = { reasonCode: "OFF_TOPIC", explanation: "テーマと関わりがないため。" } as const;

  it("shows the mail in the author's language with the key of the link masked, and queues nothing", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id, number } = await makeSubmission({ locale: "en", hidden: { emailAddressId } });
    const preview = await previewDecision(staff("MODERATOR"), "RETURN", { type: "submission", id }, words);
    expect(preview.recipient).toBe("confirmed");
    expect(preview.subject).toContain(number);
    expect(preview.text).toContain(words.explanation);
    expect(preview.text).toContain("/en/track/");
    expect(preview.text).toContain("〔照会キー〕");
    expect(await db().mail.count()).toBe(0);
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("says when nobody gets it", async () => {
    const { id } = await makeSubmission();
    const unconfirmed = await makeSubmission({ hidden: { emailAddressId: await makeAddress("a@example.com", false) } });
    const preview = (of: string) => previewDecision(staff("ADMIN"), "DECLINE", { type: "submission", id: of }, words);
    expect((await preview(id)).recipient).toBe("none");
    expect((await preview(unconfirmed.id)).recipient).toBe("unconfirmed");
  });

  it("is for those who decide", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ handlingDeskId: desk.id });
    for (const viewer of [staff("VIEWER"), staff("OFFICER", desk.id)]) {
      await expect(previewDecision(viewer, "DECLINE", { type: "submission", id }, words)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
