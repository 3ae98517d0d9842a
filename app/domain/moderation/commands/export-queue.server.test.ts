import { randomUUID } from "node:crypto";
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
import { type ExportProfile, type QueueFilter, queueFilterSchema } from "../queue.ts";
import { type ExportedQueue, exportQueue } from "./export-queue.server.ts";

/** What a file for this profile holds. */
type Row<Profile extends ExportProfile> =
  Extract<ExportedQueue, { profile: Profile }>["batches"] extends AsyncGenerator<(infer One)[]> ? One : never;

describe("exportQueue", () => {
  useDatabase();

  const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);

  async function takenFor<Profile extends ExportProfile>(
    profile: Profile,
    actor: Actor,
    filter: Partial<QueueFilter> = {},
  ) {
    const file = await exportQueue(as(actor), {
      filter: { ...queueFilterSchema.parse({}), ...filter },
      format: "csv",
      profile,
    });
    expect(file.profile).toBe(profile);
    const rows: Row<Profile>[] = [];
    for await (const batch of file.batches) {
      expect(batch.length).toBeLessThanOrEqual(500);
      rows.push(...(batch as Row<Profile>[]));
    }
    return rows;
  }
  const taken = (actor: Actor, filter: Partial<QueueFilter> = {}) => takenFor("internal", actor, filter);
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
      detail: { format: "csv", profile: "internal", rows: 2, filter: { view: "pending", theme: theme.id } },
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

  it("tells the city hall the texts, what to look at twice and what was decided last, and nothing of who wrote them", async () => {
    const theme = await makeTheme();
    const item = await makeSubmission({
      themeId: theme.id,
      review: "DECLINED",
      body: "本文です。",
      displayName: "市民A",
      hidden: { name: "山田花子", phone: "0144-99-0000", confidentialNote: "社外秘" },
    });
    const decided = (decision: "APPROVE" | "DECLINE", minute: number) => ({
      id: randomUUID(),
      submissionId: item.id,
      decision,
      revision: 1,
      byId: randomUUID(),
      byLabel: "審査する人",
      at: at(minute),
      ...(decision === "DECLINE" && { reasonCode: "ABUSE", reasonLabel: { ja: "理由", easy: "理由", en: "Reason" } }),
    });
    await db().reviewDecision.createMany({ data: [decided("APPROVE", 1), decided("DECLINE", 2)] });
    const flag = { submissionId: item.id, revision: 1, at: noon };
    await db().flag.createMany({
      data: [
        { ...flag, id: randomUUID(), kind: "LINK", field: "body" },
        { ...flag, id: randomUUID(), kind: "PHISHING", field: "body", reason: "SHORTENED" },
        { ...flag, id: randomUUID(), kind: "LINK", field: "title" },
      ],
    });
    const [row] = await taken(staff("VIEWER"), { view: "all" });
    expect(row).toMatchObject({
      number: item.number,
      texts: { body: "本文です。", displayName: "市民A", expectedEffect: null, area: null, organizationName: null },
      flags: [{ kind: "PHISHING", reason: "SHORTENED" }, { kind: "LINK" }],
      decision: { decision: "DECLINE", reason: "理由", at: at(2).toISOString() },
    });
    expect(JSON.stringify(row)).not.toMatch(/山田|0144-99|社外秘|審査する人/);
  });

  it("gives out for the public what everybody may read of the list, whoever takes it", async () => {
    const desk = await makeDesk();
    const theme = await makeTheme();
    const of = { themeId: theme.id, handlingDeskId: desk.id, isFlagged: true };
    const published = await makeSubmission({ ...of, review: "PUBLISHED", publishedAt: at(1), receivedAt: at(1) });
    await makeSubmission({ ...of, review: "PUBLISHED", publishedAt: at(1), isFlagged: false });
    for (const review of ["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const)
      await makeSubmission({ ...of, review });
    const merged = { review: "MERGED", reviewBeforeMerge: "PUBLISHED", mergedIntoId: published.id } as const;
    await makeSubmission({ ...of, ...merged });
    await makeSubmission({ ...of, themeId: null, kind: "INQUIRY", review: "NOT_PUBLIC" });
    const on = {
      themeId: theme.id,
      review: "PUBLISHED",
      publishedAt: at(3),
      receivedAt: at(3),
      isFlagged: true,
    } as const;
    const comment = await makeComment({ ...on, submissionId: published.id });
    const declined = await makeSubmission({ ...of, review: "DECLINED" });
    await makeComment({ ...on, submissionId: declined.id });
    const filter = { view: "all", flagged: "yes" } as const;
    for (const role of ["ADMIN", "MODERATOR", "VIEWER"] as const) {
      const rows = await takenFor("public", staff(role), filter);
      expect(rows).toMatchObject([
        { number: published.number, kind: "IDEA", title: published.title, on: { proposal: published.number } },
        { number: comment.number, kind: "COMMENT", title: null, on: { proposal: published.number } },
      ]);
      expect(await lastDetail()).toEqual({ format: "csv", profile: "public", rows: 2, filter });
    }
    // officers have no part in comments
    const officer = staff("OFFICER", desk.id);
    expect((await takenFor("public", officer, filter)).map(({ number }) => number)).toEqual([published.number]);
    expect(await takenFor("public", staff("OFFICER"), { view: "all" })).toEqual([]);
    expect(await takenFor("public", staff("ADMIN"), { view: "pending" })).toEqual([]);
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
      await expect(takenFor("public", actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().auditEntry.count()).toBe(written);
  });
});
