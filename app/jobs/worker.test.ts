import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { requeueForgottenMails } from "#app/domain/mail/requeue-forgotten-mails.server.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { startMailServer, type TestMailServer, waitFor, waitForMail } from "#tests/support/mail.ts";
import { requeueForgottenMailsJob } from "./requeue-forgotten-mails.ts";
import { type RunningWorker, startWorker } from "./worker.ts";

let server: TestMailServer;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  // all mails here go to one domain
  process.env.MAIL_PER_MINUTE = "100000";
});
afterAll(() => server.close());

const stateOf = async (id: string) => (await db().mail.findUniqueOrThrow({ where: { id } })).state;
const countJobs = async () =>
  Number((await pool().query<{ count: string }>("SELECT count(*) FROM graphile_worker.jobs")).rows[0]?.count);

/** As if the process that took every waiting job had ended without a word. */
const abandonJobs = () =>
  pool().query(
    "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-that-ended', attempts = attempts + 1",
  );

describe("the worker", () => {
  useDatabase();
  let worker: RunningWorker | undefined;

  beforeEach(() => {
    server.received.length = 0;
    server.misbehave(null);
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });

  it("delivers what was queued before and after it started", async () => {
    const before = await queueMail(receiptMessage({ to: "before@example.com" }), new Date());
    worker = await startWorker();
    expect(worker.isRunning()).toBe(true);
    await waitForMail(server, { to: "before@example.com", subject: /R8-0042$/ });
    const after = await queueMail(receiptMessage({ to: "after@example.com" }), new Date());
    await waitForMail(server, { to: "after@example.com", text: "公園の草刈り" });
    await waitFor(async () => (await stateOf(before)) === "SENT" && (await stateOf(after)) === "SENT");
    await waitFor(async () => (await countJobs()) === 0);
    expect(server.received).toHaveLength(2);
  });

  it("finishes what it is sending before it stops, and takes nothing more", async () => {
    worker = await startWorker();
    const id = await queueMail(receiptMessage(), new Date());
    await waitForMail(server, { to: "citizen@example.com" });
    await worker.stop();
    expect(worker.isRunning()).toBe(false);
    expect(await stateOf(id)).toBe("SENT");
    const later = await queueMail(receiptMessage(), new Date());
    expect(await stateOf(later)).toBe("QUEUED");
    await worker.stop();
  });

  it("takes up at once what a process that ended had in hand", async () => {
    const id = await queueMail(receiptMessage(), new Date());
    await abandonJobs();
    worker = await startWorker();
    await waitForMail(server, { to: "citizen@example.com" });
    await waitFor(async () => (await stateOf(id)) === "SENT");
    expect(server.received).toHaveLength(1);
  });

  it("sends each mail once when two workers compete for many", async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) => queueMail(receiptMessage({ to: `p${index}@example.com` }), new Date())),
    );
    const other = await startWorker();
    worker = await startWorker();
    await waitFor(async () => (await db().mail.count({ where: { state: "SENT" } })) === ids.length, 30_000);
    await other.stop();
    const messageIds = server.received.map(({ mail }) => mail.messageId);
    expect(messageIds).toHaveLength(ids.length);
    expect(new Set(messageIds).size).toBe(ids.length);
  });

  it("comes back when the database ends its connections", async () => {
    worker = await startWorker();
    await queueMail(receiptMessage({ to: "first@example.com" }), new Date());
    await waitForMail(server, { to: "first@example.com" });
    await waitFor(async () => (await countJobs()) === 0);
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
    );
    // Whoever comes first finds a broken connection, which the pool then replaces.
    await waitFor(() =>
      queueMail(receiptMessage({ to: "again@example.com" }), new Date()).then(
        () => true,
        () => false,
      ),
    );
    await waitForMail(server, { to: "again@example.com" });
  });

  it("comes back when the database is gone at the moment a job ends", async () => {
    let broken = 0;
    const lose = (client: PoolClient) => {
      if (vi.isMockFunction(client.query)) return;
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      vi.spyOn(client, "query").mockImplementation(((...args: unknown[]) => {
        const [asked] = args as [string | { text: string }];
        const text = typeof asked === "string" ? asked : asked.text;
        if (broken > 0 || !/delete from [^ ]*_private_jobs/i.test(text)) return query(...args);
        broken += 1;
        return Promise.reject(Object.assign(new Error("terminating connection"), { code: "57P01" }));
      }) as typeof client.query);
    };
    pool().on("acquire", lose);
    worker = await startWorker();
    await queueMail(receiptMessage({ to: "first@example.com" }), new Date());
    await waitFor(() => Promise.resolve(broken === 1 && worker?.isRunning() === false));
    await queueMail(receiptMessage({ to: "again@example.com" }), new Date());
    await waitForMail(server, { to: "again@example.com" });
    expect(worker.isRunning()).toBe(true);
    expect(server.received).toHaveLength(2);
    pool().off("acquire", lose);
    vi.restoreAllMocks();
  });
});

describe("forgotten mails", () => {
  useDatabase();
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it("are queued again when their job is lost, gave up or is held by a process that ended", async () => {
    const lost = await queueMail(receiptMessage(), minutesAgo(30));
    const gaveUp = await queueMail(receiptMessage(), minutesAgo(30));
    const held = await queueMail(receiptMessage(), minutesAgo(30));
    const fine = await queueMail(receiptMessage(), minutesAgo(30));
    const sent = await queueMail(receiptMessage(), minutesAgo(30));
    const jobs = "graphile_worker._private_jobs";
    await pool().query(`DELETE FROM ${jobs} WHERE key = ANY($1)`, [[lost, sent]]);
    await pool().query(`UPDATE ${jobs} SET attempts = max_attempts WHERE key = $1`, [gaveUp]);
    await pool().query(`UPDATE ${jobs} SET locked_at = now(), locked_by = 'x', attempts = 1 WHERE key = $1`, [held]);
    await db().mail.update({ where: { id: sent }, data: { state: "SENT" } });

    expect(await requeueForgottenMails(10 * 60_000)).toBe(3);
    const runnable = await pool().query<{ key: string }>(
      "SELECT key FROM graphile_worker.jobs WHERE key IS NOT NULL AND locked_at IS NULL AND attempts < max_attempts",
    );
    expect(new Set(runnable.rows.map(({ key }) => key))).toEqual(new Set([lost, gaveUp, held, fine]));
    expect(await requeueForgottenMails(10 * 60_000)).toBe(0);
  });

  it("are given time, and left alone until their next attempt is due", async () => {
    await queueMail(receiptMessage(), minutesAgo(5));
    const waiting = await queueMail(receiptMessage(), minutesAgo(30));
    await db().mail.update({ where: { id: waiting }, data: { nextAttemptAt: new Date(Date.now() + 60_000) } });
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    expect(await requeueForgottenMails(10 * 60_000)).toBe(0);
    expect(await requeueForgottenMails(0)).toBe(1);
  });

  it("leave no dead jobs behind for long", async () => {
    await queueMail(receiptMessage(), minutesAgo(1));
    await pool().query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts");
    await requeueForgottenMailsJob();
    expect(await countJobs()).toBe(1);
    // The trigger-free table keeps its own time of change.
    await pool().query("UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '2 days'");
    await requeueForgottenMailsJob();
    expect(await countJobs()).toBe(0);
  });
});
