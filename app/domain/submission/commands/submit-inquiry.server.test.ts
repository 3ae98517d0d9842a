import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  confirmedAddress,
  contextOf,
  inquiryInput,
  makeDesk,
  queuedMails,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitInquiry } from "./submit-inquiry.server.ts";

describe("sending an inquiry to a desk", () => {
  useDatabase();

  it("is never public, cannot be searched for, and is promised an answer", async () => {
    const desk = await makeDesk();
    await confirmedAddress("a@example.com");
    const { id } = await submitInquiry(contextOf(), inquiryInput({ email: "a@example.com", name: "例示 花子" }));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: "INQUIRY",
      review: "NOT_PUBLIC",
      handling: "NEW",
      themeId: null,
      inquiryDeskId: desk.id,
      dueOn: new Date("2026-12-01T00:00:00Z"),
      searchText: "",
      searchTokens: [],
    });
    expect(await auditedActions()).toEqual(["submit-inquiry"]);
    expect(await queuedMails()).toEqual([{ template: "inquiry-received", recipient: "a@example.com" }]);
    const { params } = await db().mail.findFirstOrThrow();
    expect(params).toMatchObject({ desk: { phone: "0144-32-6169" }, dueOn: "2026-12-01" });
  });

  it("gives the same receipt when the same confirm page is sent again", async () => {
    await makeDesk();
    const input = inquiryInput();
    expect(await submitInquiry(contextOf(), input)).toEqual(await submitInquiry(contextOf(), input));
    expect(await db().submission.count()).toBe(1);
  });

  it("needs a desk that is there and takes inquiries, and is not for staff", async () => {
    const desk = await makeDesk();
    await expect(submitInquiry(contextOf(), inquiryInput({ deskSlug: "nowhere" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(submitInquiry(contextOf(staffActor("VIEWER")), inquiryInput())).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await db().desk.update({ where: { id: desk.id }, data: { validUntil: new Date("2020-03-31") } });
    await expect(submitInquiry(contextOf(), inquiryInput())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().desk.update({ where: { id: desk.id }, data: { validUntil: null, isActive: false } });
    await expect(submitInquiry(contextOf(), inquiryInput())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
