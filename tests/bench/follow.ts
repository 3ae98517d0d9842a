/*
 * `npm run bench:follow`: what 10,000 followers cost the others. While people read and send proposals, one proposal of a theme that 10,000
 * addresses follow at once is published. Prints how long the publication itself took, how long until every mail was queued and delivered, and
 * the 99th percentile of pages made anew and of forms, before and during. Fails on any error, or when a mail is missing or doubled.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { anonymous, type StaffActor } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { disconnect, setDatabaseUrl } from "#app/platform/database/client.server.ts";
import { startEmbedded, stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { startApp } from "../support/running-app.ts";
import { confirmIdea, sendIdea } from "../support/send-idea.ts";
import { ideaInput } from "../support/submissions.ts";
import { loadProposals } from "./load-proposals.ts";

const followers = Number(process.env.BENCH_FOLLOWERS ?? 10_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
const longest = 1_200_000;

type Figure = { pages: number; pageP50: number; pageP99: number; forms: number; formP99: number; errors: number };

let senders = 0;

/** Readers without a pause, and one form after the other: input, confirm page, sent. */
async function readAndSend(url: string, duration: number): Promise<Figure> {
  const ends = Date.now() + duration * 1_000;
  const times: number[] = [];
  const sending = (async () => {
    while (Date.now() < ends) {
      const began = performance.now();
      const fields = { title: "バス停の雪", body: "バス停の雪を早くよけてほしいです。", consent: "on" };
      // everybody from another address, so that no limit answers
      senders += 1;
      const from = { "x-forwarded-for": `10.0.${senders >> 8}.${senders & 255}` };
      await sendIdea(url, "ict", await confirmIdea(url, "ict", fields, from), from);
      times.push(performance.now() - began);
    }
  })();
  const result = await autocannon({
    url: `${url}/proposals?bench=[<id>]`,
    idReplacement: true,
    connections: 4,
    duration,
  });
  await sending;
  const { latency, requests, errors, timeouts, non2xx } = result;
  return {
    pages: requests.average,
    pageP50: latency.p50,
    pageP99: latency.p99,
    forms: times.length / duration,
    formP99: times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0,
    errors: errors + timeouts + non2xx,
  };
}

const received = new Map<string, number>();
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    const to = session.envelope.rcptTo[0]?.address ?? "";
    stream.resume().on("end", () => {
      received.set(to, (received.get(to) ?? 0) + 1);
      done();
    });
  },
});
const mailPort = await new Promise<number>((ready) => {
  const { server } = mailServer;
  mailServer.listen(0, "127.0.0.1", () => {
    const address = server.address();
    ready(typeof address === "object" && address !== null ? address.port : 0);
  });
});

const dataDir = mkdtempSync(join(tmpdir(), "sokaku-bench-"));
chmodSync(dataDir, 0o711);
let broken = false;
try {
  const cluster = await startEmbedded(dataDir);
  await (await startApp({ dataDir, databaseUrl: cluster.url })).stop();
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await loadProposals(client, 1_000);
  console.log(`making ${followers.toLocaleString("en")} followers …`);
  await client.query(
    `WITH address AS (
       INSERT INTO "EmailAddress" ("id", "address", "createdAt")
       SELECT gen_random_uuid(), 'p' || n || '@example.com', now() - interval '1 day' FROM generate_series(1, $1::int) AS n RETURNING "id"
     ), follower AS (
       INSERT INTO "Follower" ("id", "emailAddressId", "tokenHash", "locale", "createdAt")
       SELECT "id", "id", "id"::text, 'ja', now() - interval '1 day' FROM address RETURNING "id"
     )
     INSERT INTO "Follow" ("id", "followerId", "themeId", "pace", "createdAt")
     SELECT follower."id", follower."id", theme."id", 'AT_ONCE', now() - interval '1 day'
       FROM follower, "Theme" AS theme WHERE theme."slug" = 'collaboration'`,
    [followers],
  );
  await client.query("ANALYZE");
  const app = await startApp({
    dataDir,
    databaseUrl: cluster.url,
    smtpUrl: `smtp://127.0.0.1:${mailPort}`,
    environment: { TRUSTED_PROXIES: "127.0.0.1" },
  });
  setDatabaseUrl(cluster.url);
  try {
    await readAndSend(app.url, 5);
    const before = await readAndSend(app.url, seconds);

    const moderator: StaffActor = {
      kind: "staff",
      id: "00000000-0000-4000-8000-000000000001",
      role: "MODERATOR",
      name: "審査担当",
      deskIds: [],
    };
    const { id } = await submitIdea({ actor: anonymous, now: new Date(), locale: "ja" }, ideaInput());
    const began = performance.now();
    await approveItem(
      { actor: moderator, now: new Date(), locale: "ja" },
      { item: { type: "submission", id }, version: 1 },
    );
    const published = performance.now() - began;
    const during = readAndSend(app.url, seconds);
    const count = async (where: string) =>
      Number(
        (await client.query(`SELECT count(*) AS n FROM "Mail" WHERE template = 'follow-news' AND ${where}`)).rows[0].n,
      );
    const until = async (where: string) => {
      while ((await count(where)) < followers) {
        if (performance.now() - began > longest) throw new Error(`only ${await count(where)} of ${followers}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return performance.now() - began;
    };
    const queued = await until("true");
    const whileMailing = await during;
    const delivered = await until("state = 'SENT'");

    console.log(
      "\n| | pages/s | p50 ms | p99 ms | forms/s | form p99 ms | errors |\n|---|---:|---:|---:|---:|---:|---:|",
    );
    for (const [name, figure] of Object.entries({ before, during: whileMailing })) {
      const { pages, pageP50, pageP99, forms, formP99, errors } = figure;
      console.log(
        `| ${name} | ${pages.toFixed(0)} | ${pageP50} | ${pageP99} | ${forms.toFixed(1)} | ${formP99.toFixed(0)} | ${errors} |`,
      );
      if (errors > 0) broken = true;
    }
    console.log(
      `\nthe publication itself: ${published.toFixed(0)} ms; every mail queued after ${(queued / 1_000).toFixed(1)} s, delivered after ${(delivered / 1_000).toFixed(1)} s`,
    );
    const doubled = [...received.values()].filter((times) => times > 1).length;
    console.log(`addresses with a mail: ${received.size}, with more than one: ${doubled}`);
    if (received.size !== followers || doubled > 0) broken = true;
  } finally {
    await disconnect();
    await app.stop();
    await client.end();
  }
  await cluster.release();
} finally {
  mailServer.close();
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
if (broken) {
  console.error("\na mail is missing or doubled, or a page answered with errors");
  process.exitCode = 1;
}
