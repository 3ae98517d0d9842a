import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, noon, staff } from "#tests/support/factories/review-rows.ts";
import { holdMailbox } from "./hold-mailbox.server.ts";
import { releaseMailbox } from "./release-mailbox.server.ts";

const system = { kind: "system", name: "mail" } as const;

describe("holding and releasing a desk's mailbox", () => {
  useDatabase();

  async function heldDesk() {
    const desk = await makeDesk({ mailbox: "gyokaku@city.example" });
    await holdMailbox(as(system), { mailbox: "gyokaku@city.example", reason: "5.1.1" });
    return db().desk.findUniqueOrThrow({ where: { id: desk.id } });
  }

  it("holds every desk with that mailbox once, and says so in the log", async () => {
    const desk = await heldDesk();
    expect(desk).toMatchObject({ mailboxHeldAt: noon, mailboxHoldReason: "5.1.1", version: 2 });
    expect(await holdMailbox(as(system), { mailbox: "gyokaku@city.example", reason: "again" })).toBe(0);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "hold-mailbox", subjectType: "desk", subjectId: desk.id, detail: { reason: "5.1.1" } },
    ]);
  });

  it("is held by the platform alone", async () => {
    await expect(
      holdMailbox(as(staff("ADMIN")), { mailbox: "gyokaku@city.example", reason: "x" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is released by an administrator", async () => {
    const { id, version } = await heldDesk();
    await releaseMailbox(as(staff("ADMIN")), { id, version });
    expect(await db().desk.findUniqueOrThrow({ where: { id } })).toMatchObject({
      mailboxHeldAt: null,
      mailboxHoldReason: null,
      version: version + 1,
    });
    expect(await db().auditEntry.count({ where: { action: "release-mailbox" } })).toBe(1);
  });

  it("is not released by others, twice or from an old page", async () => {
    const { id, version } = await heldDesk();
    for (const role of ["MODERATOR", "OFFICER", "VIEWER"] as const) {
      await expect(releaseMailbox(as(staff(role)), { id, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const release = (at: number) => releaseMailbox(as(staff("ADMIN")), { id, version: at });
    await expect(release(version - 1)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "changedMeanwhile" });
    await release(version);
    await expect(release(version + 1)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "changedMeanwhile" });
  });
});
