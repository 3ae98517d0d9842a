import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { type QueueFilter, queueFilterSchema } from "../queue.ts";
import { exportQueue } from "./export-queue.server.ts";

describe("exportQueue", () => {
  useDatabase();

  const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);

  async function taken(actor: Actor, filter: Partial<QueueFilter> = {}) {
    const batches = await exportQueue(as(actor), {
      filter: { ...queueFilterSchema.parse({}), ...filter },
      format: "csv",
    });
    const rows = [];
    for await (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(500);
      rows.push(...batch);
    }
    return rows;
  }
  const lastDetail = async () => (await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).detail;

  it("hands out the list with its filters, submissions and comments, and writes both down with the number of rows", async () => {
    const theme = await makeTheme();
    const dueOn = new Date("2026-11-27T00:00:00Z");
    const second = await makeSubmission({ receivedAt: at(2), themeId: theme.id, dueOn });
    const first = await makeComment({ themeId: theme.id, receivedAt: at(1), dueOn });
    await makeSubmission({ review: "PUBLISHED" });
    const viewer = staff("VIEWER");
    const rows = await taken(viewer, { view: "pending", theme: theme.id });
    expect(rows.map(({ number }) => number)).toEqual([first.number, second.number]);
    expect(await db().auditEntry.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      action: "export-queue",
      actorId: viewer.id,
      subjectType: "list",
      subjectId: "queue",
      detail: { format: "csv", rows: 2, filter: { view: "pending", theme: theme.id } },
    });
    expect((await taken(viewer, { view: "all" })).length).toBe(3);
    expect((await taken(viewer, { view: "all", kind: "COMMENT" })).length).toBe(1);
    expect(await lastDetail()).toMatchObject({ rows: 1 });
  });

  it("hands out lists longer than one batch whole", async () => {
    const like = await makeSubmission({ receivedAt: noon });
    await db().$executeRaw`
      INSERT INTO "Submission" (id, number, kind, locale, review, title, body, "trackingKeyHash", "idempotencyHash", "receivedAt", "changedAt")
      SELECT gen_random_uuid(), 'R7-' || n, 'IDEA', 'ja', 'PENDING', '題', '文', 't' || n, 'i' || n,
             ${like.receivedAt}::timestamptz + (n / 2) * interval '1 minute', now() FROM generate_series(1, 1100) AS n`;
    const rows = await taken(staff("MODERATOR"));
    expect(rows).toHaveLength(1101);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(1101);
    expect(await lastDetail()).toMatchObject({ rows: 1101 });
  });

  it("gives officers what lies with their desks, and nobody else anything", async () => {
    const desk = await makeDesk();
    const theirs = await makeSubmission({ review: "PUBLISHED", handling: "ASSIGNED", handlingDeskId: desk.id });
    await makeSubmission({ handling: "ASSIGNED" });
    expect((await taken(staff("OFFICER", desk.id), { view: "all" })).map(({ number }) => number)).toEqual([
      theirs.number,
    ]);
    expect(await lastDetail()).toMatchObject({ rows: 1 });
    expect(await taken(staff("OFFICER"), { view: "working" })).toEqual([]);
    const written = await db().auditEntry.count();
    for (const actor of [anonymous, { kind: "system", name: "x" } as const]) {
      await expect(taken(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().auditEntry.count()).toBe(written);
  });
});
