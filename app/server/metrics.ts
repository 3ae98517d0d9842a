import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { db, pool } from "#app/platform/database/client.server.ts";

export const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: "sokaku_" });

/** Time from the first byte of a request to the last of the answer, by method and status class. */
export const requestSeconds = new Histogram({
  name: "sokaku_http_request_seconds",
  help: "HTTP request duration in seconds",
  labelNames: ["method", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

new Gauge({
  name: "sokaku_mail_messages",
  help: "Mails by state",
  labelNames: ["state"],
  registers: [registry],
  async collect() {
    const rows = await db().mail.groupBy({ by: ["state"], _count: { _all: true } });
    this.reset();
    for (const row of rows) this.set({ state: row.state.toLowerCase() }, row._count._all);
  },
});

new Gauge({
  name: "sokaku_submissions_waiting",
  help: "Submissions and comments that wait for review",
  labelNames: ["type"],
  registers: [registry],
  async collect() {
    const [submissions, comments] = await Promise.all([
      db().submission.count({ where: { review: "PENDING" } }),
      db().comment.count({ where: { review: "PENDING" } }),
    ]);
    this.set({ type: "submission" }, submissions);
    this.set({ type: "comment" }, comments);
  },
});

new Gauge({
  name: "sokaku_jobs_oldest_seconds",
  help: "Age of the oldest job that is due and not running",
  registers: [registry],
  async collect() {
    const { rows } = await pool().query<{ age: string | null }>(
      "SELECT extract(epoch FROM now() - min(run_at))::text AS age FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL",
    );
    this.set(Number(rows[0]?.age ?? 0));
  },
});
