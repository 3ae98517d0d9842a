import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { viewContact } from "./view-contact.server.ts";

useDatabase();

async function idea(handlingDeskId: string | null = null) {
  const emailAddressId = await makeAddress("author@example.com", false);
  const { id } = await makeSubmission({
    handlingDeskId,
    hidden: { emailAddressId, name: "市民A", phone: "0144-00-0000" },
  });
  return { type: "submission", id } as const;
}

describe("showing how to reach an author", () => {
  it("shows it to a moderator and writes down that it did, without the data itself", async () => {
    const item = await idea();
    const moderator = staff("MODERATOR");
    expect(await viewContact(as(moderator), { item })).toEqual({
      name: "市民A",
      email: "author@example.com",
      emailConfirmed: false,
      phone: "0144-00-0000",
      contactPerson: null,
    });
    const audit = await db().auditEntry.findMany();
    expect(audit).toMatchObject([
      {
        action: "view-contact",
        actorId: moderator.id,
        subjectId: item.id,
        detail: { shown: ["name", "email", "phone"] },
      },
    ]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain("author@example.com");
  });

  it("shows it to the officer of the desk that has it, not to a viewer or another desk", async () => {
    const desk = await makeDesk();
    const item = await idea(desk.id);
    await viewContact(as(staff("OFFICER", desk.id)), { item });
    await expect(viewContact(as(staff("VIEWER")), { item })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(viewContact(as(staff("OFFICER", (await makeDesk()).id)), { item })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(viewContact(as({ kind: "author", of: "submission", id: item.id }), { item })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("does not show it to the officer of another desk because the proposal is public", async () => {
    const item = await idea();
    await db().submission.update({ where: { id: item.id }, data: { review: "PUBLISHED" } });
    await expect(viewContact(as(staff("OFFICER", (await makeDesk()).id)), { item })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("knows comments", async () => {
    const theme = await makeTheme();
    const emailAddressId = await makeAddress("commenter@example.com");
    const { id } = await makeComment({ themeId: theme.id, hidden: { emailAddressId, name: "市民B" } });
    expect(await viewContact(as(staff("ADMIN")), { item: { type: "comment", id } })).toMatchObject({
      name: "市民B",
      email: "commenter@example.com",
      emailConfirmed: true,
    });
    await expect(viewContact(as(staff("VIEWER")), { item: { type: "comment", id } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
