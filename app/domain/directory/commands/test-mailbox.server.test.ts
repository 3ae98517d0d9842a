import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { mailboxState } from "../directory.ts";
import { mailboxToken } from "../mailbox-test.server.ts";
import { findMailboxTest } from "../queries/find-mailbox-test.server.ts";
import { getDeskForm } from "../queries/get-desk-form.server.ts";
import { acknowledgeMailbox } from "./acknowledge-mailbox.server.ts";
import { saveDesk } from "./save-desk.server.ts";
import { testMailbox } from "./test-mailbox.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
/** In office without an end. */
const always = { validFrom: null, validUntil: null, successorId: null };
const row = (id: string) => db().desk.findUniqueOrThrow({ where: { id } });
const tokenOf = async (id: string) => mailboxToken((await row(id)).mailboxTestId ?? "");

async function changed(mailbox: string | null = "new@tomakomai.example") {
  const made = await makeDesk();
  const { id, version, ...rest } = made;
  const { sectionId, name, duty, hours, phone, position } = rest as unknown as Parameters<typeof saveDesk>[2];
  await saveDesk(
    moderator,
    { id, version },
    {
      ...always,
      sectionId,
      name,
      duty,
      hours,
      phone,
      position,
      mailbox,
      note: "異動",
    },
  );
  return id;
}

describe("the mailbox of a desk", () => {
  it("counts as it came with the set-up file until somebody changes it, and gets a test mail then", async () => {
    const { id } = await makeDesk();
    expect(mailboxState(await row(id))).toBe("assumed");
    const other = await changed();
    expect(mailboxState(await row(other))).toBe("unverified");
    expect(await db().mail.findMany()).toMatchObject([
      { template: "mailbox-test", recipient: "new@tomakomai.example", recipientKind: "DESK" },
    ]);
    const { changes } = await getDeskForm(moderator.actor, other, "ja");
    expect(changes).toMatchObject([{ action: "save-desk", fields: ["mailbox"], note: "異動", by: "MODERATOR の職員" }]);
  });

  it("is acknowledged with the link of its test mail, once", async () => {
    const id = await changed();
    const token = await tokenOf(id);
    expect(await findMailboxTest(token, "ja")).toMatchObject({ isVerified: false });
    await acknowledgeMailbox(as(anonymous), { token });
    await acknowledgeMailbox(as(anonymous), { token });
    expect(mailboxState(await row(id))).toBe("verified");
    expect(await findMailboxTest(token, "ja")).toMatchObject({ isVerified: true });
    const entries = await db().auditEntry.findMany({ where: { action: "acknowledge-mailbox" } });
    expect(entries).toMatchObject([{ actorKind: "system", subjectId: id }]);
  });

  it("is tested again with a new link, and the one before stops working", async () => {
    const id = await changed();
    const old = await tokenOf(id);
    await testMailbox(moderator, { id, version: (await row(id)).version });
    expect((await db().mail.findMany({ orderBy: { state: "asc" } })).map(({ state }) => state).toSorted()).toEqual([
      "CANCELLED",
      "QUEUED",
    ]);
    for (const token of [old, "nothing"])
      await expect(acknowledgeMailbox(as(anonymous), { token })).rejects.toMatchObject({
        messageKey: "mailboxLinkInvalid",
      });
    await expect(findMailboxTest(old, "ja")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("loses what was known of it with the next change, and with it its link", async () => {
    const id = await changed();
    const token = await tokenOf(id);
    await acknowledgeMailbox(as(anonymous), { token });
    const { sectionId, name, duty, hours, phone, position } = (await row(id)) as unknown as Parameters<
      typeof saveDesk
    >[2];
    const input = { ...always, sectionId, name, duty, hours, phone, position, mailbox: null };
    await saveDesk(moderator, { id, version: (await row(id)).version }, input);
    expect(mailboxState(await row(id))).toBe("none");
    await expect(findMailboxTest(token, "ja")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(testMailbox(moderator, { id, version: (await row(id)).version })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });

  it("is tested by moderators alone, and not from a stale page", async () => {
    const { id } = await makeDesk();
    for (const actor of [anonymous, staff("VIEWER"), staff("OFFICER", id)])
      await expect(testMailbox(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(testMailbox(moderator, { id, version: 2 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
  });
});
