import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Actor, anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { mailTime, queueMail } from "#tests/support/factories/mail.ts";
import { resendMail } from "./resend-mail.server.ts";

const later = new Date(mailTime.getTime() + 3_600_000);

const staff = (role: StaffRole): Actor => ({ kind: "staff", id: randomUUID(), role, name: "職員", deskIds: [] });

const resend = (id: string, actor: Actor = staff("MODERATOR")) =>
  resendMail({ actor, now: later, locale: "ja" }, { id });

const row = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });

const jobKeys = async () =>
  (await pool().query<{ key: string }>("SELECT key FROM graphile_worker.jobs")).rows.map(({ key }) => key);

describe("resending a mail", () => {
  useDatabase();

  async function mailIn(state: "QUEUED" | "SENT" | "FAILED" | "CANCELLED"): Promise<string> {
    const id = await queueMail();
    await db().mail.update({ where: { id }, data: { state, attempts: 14, lastError: "550 no" } });
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    return id;
  }

  it("tries a failed one again as the same message", async () => {
    const id = await mailIn("FAILED");
    expect(await resend(id)).toEqual({ id });
    expect(await row(id)).toMatchObject({
      state: "QUEUED",
      attempts: 0,
      nextAttemptAt: later,
      messageId: `${id}@tomakomai.example`,
    });
    expect(await jobKeys()).toEqual([id]);
    expect(await db().mail.count()).toBe(1);
    const entries = await db().auditEntry.findMany();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: "resend-mail",
      subjectType: "mail",
      subjectId: id,
      subjectNumber: "R8-0042",
      detail: { template: "receipt", was: "FAILED", attempts: 14, resentId: id },
    });
    expect(JSON.stringify(entries[0]?.detail)).not.toContain("citizen@");
  });

  it("tries a waiting one at once", async () => {
    const id = await mailIn("QUEUED");
    expect(await resend(id)).toEqual({ id });
    expect(await jobKeys()).toEqual([id]);
  });

  it("sends a new message when the old one was sent", async () => {
    const id = await mailIn("SENT");
    const copy = await resend(id);
    expect(copy.id).not.toBe(id);
    const [old, fresh] = [await row(id), await row(copy.id)];
    expect(old).toMatchObject({ state: "SENT", attempts: 14 });
    expect(fresh).toMatchObject({
      state: "QUEUED",
      attempts: 0,
      lastError: null,
      resentOfId: id,
      messageId: `${copy.id}@tomakomai.example`,
      inReplyTo: old.messageId,
      recipient: old.recipient,
      params: old.params,
      createdAt: later,
    });
    expect(await jobKeys()).toEqual([copy.id]);
    expect(await db().auditEntry.count()).toBe(1);
    await expect(resend(id)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "mailWaiting" });
  });

  it("refuses a cancelled one", async () => {
    await expect(resend(await mailIn("CANCELLED"))).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "mailCancelled",
    });
    expect(await jobKeys()).toEqual([]);
    expect(await db().auditEntry.count()).toBe(0);
  });

  it.each([
    ["an administrator", staff("ADMIN"), null],
    ["a moderator", staff("MODERATOR"), null],
    ["a viewer", staff("VIEWER"), "FORBIDDEN"],
    ["an officer", staff("OFFICER"), "NOT_FOUND"],
    ["a visitor", anonymous, "NOT_FOUND"],
  ] as const)("answers %s rightly", async (_who, actor, code) => {
    const id = await mailIn("FAILED");
    const result = await resend(id, actor).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    expect(result).toBe(code);
    expect((await row(id)).state).toBe(code === null ? "QUEUED" : "FAILED");
  });

  it("says that an unknown one is not there", async () => {
    await expect(resend(randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
