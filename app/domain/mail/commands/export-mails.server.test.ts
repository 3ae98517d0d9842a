import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, mailTime, queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { listMails, type MailFilter } from "../queries/list-mails.server.ts";
import { exportMails } from "./export-mails.server.ts";

useDatabase();

async function taken(actor: Actor, filter: MailFilter = {}) {
  const rows = [];
  for await (const batch of await exportMails(as(actor), { filter, format: "csv" })) rows.push(...batch);
  return rows;
}

const lastEntry = () => db().auditEntry.findFirst({ orderBy: { id: "desc" } });

describe("exportMails", () => {
  it("hands out what the page shows, newest first, and writes it down with its filter and number of rows", async () => {
    for (let n = 0; n < 3; n += 1) await queueMail(receiptMessage(), new Date(mailTime.getTime() + n * 1000));
    const assigned = await queueMail(assignedMessage({ threadKey: "R8-0100" }));
    const moderator = staff("MODERATOR");
    expect(await taken(moderator)).toEqual((await listMails(moderator, {}, { size: 10 })).items);
    expect(await lastEntry()).toMatchObject({
      actorId: moderator.id,
      action: "export-mails",
      subjectType: "list",
      subjectId: "mails",
      detail: { format: "csv", rows: 4, filter: {} },
    });
    const found = await taken(moderator, { template: "assigned", number: "R8-0100", state: undefined });
    expect(found.map(({ id }) => id)).toEqual([assigned]);
    expect((await lastEntry())?.detail).toEqual({
      format: "csv",
      rows: 1,
      filter: { template: "assigned", number: "R8-0100" },
    });
  });

  it("shows nobody more of an address than the page does, and is not for officers or anybody outside", async () => {
    await queueMail(receiptMessage());
    const address = (await db().mail.findFirstOrThrow()).recipient;
    for (const role of ["ADMIN", "MODERATOR", "VIEWER"] as const) {
      const rows = await taken(staff(role));
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(address);
    }
    const written = await db().auditEntry.count();
    for (const actor of [staff("OFFICER"), anonymous])
      await expect(taken(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().auditEntry.count()).toBe(written);
  });
});
