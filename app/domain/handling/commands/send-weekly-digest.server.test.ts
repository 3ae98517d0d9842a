import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { askAuthor } from "./ask-author.server.ts";
import { assignSubmission } from "./assign-submission.server.ts";
import { sendWeeklyDigest } from "./send-weekly-digest.server.ts";

useDatabase();

const clock: Actor = { kind: "system", name: "期限の時計" };
const on = (day: string) => as(clock, new Date(`${day}T08:30:00+09:00`));

describe("the digest of a week", () => {
  it("tells every moderator what waits and what is late, by desk, and repeats nobody's words", async () => {
    const { desk, otherDesk, otherOfficer } = await assigned();
    const asked = await makeSubmission({ review: "PUBLISHED" });
    await assignSubmission(as(staff("MODERATOR")), {
      submissionId: asked.id,
      version: 1,
      deskId: otherDesk.id,
      dueOn: "2026-12-03",
      instruction: null,
    });
    await askAuthor(as(otherOfficer), { submissionId: asked.id, version: 2, question: "どこですか。" });
    await makeSubmission({ dueOn: new Date("2026-11-27T00:00:00Z") });
    await makeSubmission({ review: "PUBLISHED", dueOn: new Date("2027-02-01T00:00:00Z") });
    await makeSubmission({ isSample: true });
    await db().mail.deleteMany();
    const moderator = await makeAccount({ role: "MODERATOR" });
    const admin = await makeAccount({ role: "ADMIN" });
    await makeAccount({ role: "OFFICER", deskIds: [desk.id] });
    await makeAccount({ role: "ADMIN", isSample: true });

    expect(await sendWeeklyDigest(on("2026-12-07"))).toBe(true);
    const mails = await db().mail.findMany();
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([admin.email, moderator.email].toSorted());
    expect(mails[0]?.params).toMatchObject({
      review: { waiting: 1, late: 1 },
      unassigned: { waiting: 1, late: 0 },
      failedMails: 0,
      desks: [
        { name: { ja: "行革担当" }, waiting: 1, late: 1, drafted: 0, paused: 0, oldestDueOn: "2026-12-04" },
        { name: { ja: "市民協働担当" }, waiting: 1, late: 0, drafted: 0, paused: 1, oldestDueOn: null },
      ],
    });
    expect(JSON.stringify(mails)).not.toContain("町内会");
    expect((await newAudit()).at(-1)).toMatchObject({ action: "send-weekly-digest", detail: { moderators: 2 } });
  });

  it("goes out once, on the first open day of the week", async () => {
    await makeAccount({ role: "MODERATOR" });
    expect(await sendWeeklyDigest(on("2026-11-23"))).toBe(false);
    const runs = await Promise.all([1, 2].map(() => sendWeeklyDigest(on("2026-11-24"))));
    expect(runs.toSorted()).toEqual([false, true]);
    expect(await sendWeeklyDigest(on("2026-11-25"))).toBe(false);
    expect(await db().mail.count()).toBe(1);
  });

  it("is for the platform alone to send", async () => {
    await expect(sendWeeklyDigest(as(staff("ADMIN")))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
