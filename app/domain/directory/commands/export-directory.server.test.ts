import { expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { exportDirectory } from "./export-directory.server.ts";

useDatabase();

it("hands out every desk, closed ones too, in the order of the directory, and writes it down", async () => {
  const [open, closed] = [await makeDesk({ mailbox: null }), await makeDesk({ isActive: false })];
  await db().desk.update({
    where: { id: closed.id },
    data: { validUntil: new Date("2027-03-31"), successorId: open.id },
  });
  const rows = await exportDirectory(as(staff("MODERATOR")));
  expect(rows).toMatchObject([
    { slug: open.slug, mailbox: "", validUntil: "", successor: "", isActive: "1" },
    {
      slug: closed.slug,
      mailbox: `${closed.slug}@tomakomai.example`,
      validUntil: "2027-03-31",
      successor: open.slug,
      isActive: "0",
    },
  ]);
  expect(await db().auditEntry.findMany()).toMatchObject([
    { action: "export-directory", subjectType: "list", detail: { format: "csv", rows: 2 } },
  ]);
});

it("is for those who keep the directory", async () => {
  for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")])
    await expect(exportDirectory(as(actor))).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await db().auditEntry.count()).toBe(0);
});
