import { beforeAll, describe, expect, it, vi } from "vitest";
import { findAuthor } from "#app/domain/comment/queries/find-author.server.ts";
import { findReceipt } from "#app/domain/comment/queries/find-receipt.server.ts";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { exportFigures } from "#app/domain/figures/queries/export-figures.server.ts";
import { getDeskFigures } from "#app/domain/figures/queries/get-desk-figures.server.ts";
import { getTransparencyPage } from "#app/domain/figures/queries/get-transparency-page.server.ts";
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { figureFilterOf } from "#app/domain/figures/work-figures.ts";
import { flagCopies } from "#app/domain/flag/flag-copies.server.ts";
import { countWaiting } from "#app/domain/moderation/queries/count-waiting.server.ts";
import { findSimilar } from "#app/domain/moderation/queries/find-similar.server.ts";
import { getSubmissionReview } from "#app/domain/moderation/queries/get-review-page.server.ts";
import { listQueue } from "#app/domain/moderation/queries/list-queue.server.ts";
import { type QueueFilter, queueFilterSchema, queueViews } from "#app/domain/moderation/queue.ts";
import { proposalListQuery } from "#app/domain/reading/proposal-list.ts";
import { getHomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { getProposalPage } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { getThemePage } from "#app/domain/reading/queries/get-theme-page.server.ts";
import { listProposals, listThemeProposals } from "#app/domain/reading/queries/list-proposals.server.ts";
import { searchPublished } from "#app/domain/search/queries/search-published.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { readSearch } from "#app/domain/shared/search-query.ts";
import { databaseUrl, db, disconnect } from "#app/platform/database/client.server.ts";
import { loadProposals } from "../bench/load-proposals.ts";
import { type City, makeCity } from "../support/city.ts";
import { useDatabase, withClient } from "../support/database.ts";
import { contextOf } from "../support/submissions.ts";

/*
 * What each page costs in a city with many proposals, as PostgreSQL itself counts it: no page may read a large table from end to end, nor
 * most of it through an index. A plan that is right for few rows and wrong for many shows here first.
 */

const proposals = 20_000;

/**
 * Most rows of one table that a page may touch. A public page: some screenfuls. The queue: what is on its way (1,000 here), several times
 * over, as every heap is looked into; for an officer what lies with their desk. None: all there is.
 */
const most = { public: 500, desk: 5_000 } as const;

/** Whoever reads a table from its beginning and stops after so many rows, because they have what they need, has not read all of it. */
const stopsEarly = 2_500;

type Work = { seqScans: number; rows: number };
const tables = ["Submission", "Comment", "SubmissionSearch", "CommentSearch", "TextPrint"] as const;

// before anything reads it: plans are kept by connection
vi.hoisted(() => {
  process.env.DATABASE_CONNECTIONS = "1";
});

useDatabase({ reset: "file" });

let city: City;

beforeAll(async () => {
  city = await makeCity();
  await withClient(databaseUrl(), async (client) => {
    await loadProposals(client, proposals);
    // As in a city that keeps its promises: what is old is answered, what is new is on its way, some of it late.
    await client.query(
      `UPDATE "Submission" SET
         handling = (CASE WHEN place > 1000 THEN 'ANSWERED' ELSE handling::text END)::"HandlingState",
         review = (CASE place % 40 WHEN 1 THEN (CASE WHEN place > 1000 THEN 'DECLINED' ELSE 'PENDING' END) WHEN 2 THEN 'NOT_PUBLIC' ELSE review::text END)::"ReviewState",
         kind = (CASE WHEN place % 40 = 2 THEN 'INQUIRY' ELSE kind::text END)::"SubmissionKind",
         "inquiryDeskId" = CASE WHEN place % 40 = 2 THEN (SELECT id FROM "Desk" WHERE slug = 'gyokaku') END,
         "dueOn" = CASE WHEN place <= 1000 AND handling <> 'ANSWERED' THEN "receivedAt"::date + 10 END
       FROM (SELECT id AS item, substr(number, 4)::int AS place FROM "Submission" WHERE number LIKE 'R2-%') AS made
       WHERE id = item`,
    );
    const bigrams = (text: string) =>
      `ARRAY(SELECT DISTINCT substr(${text}, i, 2) FROM generate_series(1, length(${text}) - 1) AS i)`;
    for (const [type, words] of [
      ["Submission", "窓口の待ち時間を短くする提案"],
      ["Comment", "賛成です。待ち時間が分かるだけでも助かります。"],
    ]) {
      const id = `"${type?.toLowerCase()}Id"`;
      await client.query(
        `INSERT INTO "${type}Search" (${id}, "deskText", "deskTokens", "contactText", "contactTokens")
         SELECT id, words, ${bigrams("words")}, contact, ${bigrams("contact")}
         FROM "${type}" AS item, LATERAL (SELECT lower(number) || '${words}' AS words, 'shimin' || substr(number, 4) || '@example.com' AS contact) AS made
         WHERE number LIKE 'R2-%' AND NOT EXISTS (SELECT FROM "${type}Search" WHERE ${id} = item.id)`,
      );
    }
    // a campaign: every tenth text is one and the same, the others were sent some times each
    await client.query(
      `INSERT INTO "TextPrint" (id, "submissionId", print, at)
       SELECT gen_random_uuid(), id, CASE place % 10 WHEN 0 THEN repeat('c', 22) ELSE lpad((place / 40)::text, 22, 't') END, "receivedAt"
       FROM (SELECT *, substr(number, 4)::int AS place FROM "Submission" WHERE number LIKE 'R2-%') AS made
       ON CONFLICT DO NOTHING`,
    );
    await client.query("VACUUM ANALYZE");
  });
  await refreshFigures(city.now);
}, 120_000);

/** Runs after which the database keeps the plan of a statement: five until it has a name, five more to compare plans, and one to be sure. */
const runsUntilKept = 11;

/**
 * Runs `work` and tells what it made PostgreSQL read of each large table: when it ran for the first time, planned for what was asked for, and
 * when it ran so often that plans were kept; whichever was more.
 */
async function costOf(work: () => Promise<unknown>): Promise<Record<(typeof tables)[number], Work>> {
  await disconnect();
  const first = await countersAround(work);
  for (let run = 1; run < runsUntilKept; run += 1) await work();
  const later = await countersAround(work);
  return Object.fromEntries(
    tables.map((table) => [table, first[table].rows > later[table].rows ? first[table] : later[table]]),
  ) as Record<(typeof tables)[number], Work>;
}

async function countersAround(work: () => Promise<unknown>): Promise<Record<(typeof tables)[number], Work>> {
  const before = await counters();
  await work();
  const after = await counters();
  return Object.fromEntries(
    tables.map((table) => [
      table,
      { seqScans: after[table].seqScans - before[table].seqScans, rows: after[table].rows - before[table].rows },
    ]),
  ) as Record<(typeof tables)[number], Work>;
}

/** What the one connection these tests have has read so far. */
async function counters(): Promise<Record<(typeof tables)[number], Work>> {
  // adds up what it did when it has answered
  await db().$queryRaw`SELECT 1 FROM pg_stat_force_next_flush()`;
  return withClient(databaseUrl(), async (client) => {
    const { rows } = await client.query<{ table: (typeof tables)[number]; seq: string; read: string }>(
      `SELECT relname AS "table", seq_scan AS seq,
              seq_tup_read + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes AS i WHERE i.relid = t.relid) AS read
         FROM pg_stat_user_tables AS t WHERE relname = ANY($1)`,
      [tables],
    );
    return Object.fromEntries(
      rows.map(({ table, seq, read }) => [table, { seqScans: Number(seq), rows: Number(read) }]),
    ) as Record<(typeof tables)[number], Work>;
  });
}

const list = (query: Record<string, string> = {}) => listProposals(anonymous, proposalListQuery.parse(query), "ja");

const queue = (as: "moderator" | "officer", filter: Partial<QueueFilter>, cursor: { after?: string } = {}) =>
  listQueue(
    city[as].actor,
    queueFilterSchema.parse({
      view: null,
      q: null,
      theme: null,
      kind: null,
      review: null,
      handling: null,
      desk: null,
      ...filter,
    }),
    { locale: "ja", now: city.now, size: 50, ...cursor },
  );

const figures = (as: "moderator" | "officer") =>
  getDeskFigures(city[as].actor, figureFilterOf(new URLSearchParams()), { locale: "ja", now: city.now });

async function figuresCsv(): Promise<void> {
  for await (const records of exportFigures(anonymous, "ja", city.now)) expect(records).not.toEqual([]);
}

type Page = [name: string, open: () => Promise<unknown>];

const publicPages: Page[] = [
  ["home", () => getHomePage(anonymous, "ja")],
  ["theme", () => getThemePage(anonymous, "collaboration", "ja", {})],
  ["list, newest", () => list()],
  ["list, most discussed", () => list({ sort: "discussed" })],
  ["list, newest answers", () => list({ sort: "answered" })],
  ["list of one kind", () => list({ kind: "partnership" })],
  ["list of one state", () => list({ handling: "assigned" })],
  ["list of one outcome", () => list({ outcome: "under-study" })],
  ["list of one theme", () => listThemeProposals(anonymous, "collaboration", proposalListQuery.parse({}), "ja")],
  [
    "list of one theme, most discussed",
    () => listThemeProposals(anonymous, "collaboration", proposalListQuery.parse({ sort: "discussed" }), "ja"),
  ],
  ["proposal", () => getProposalPage(anonymous, { number: "R2-0500", now: city.now, comments: {} }, "ja")],
  ["receipt", () => findReceipt(city.pending.number, city.pending.receipt, { locale: "ja", now: city.now })],
  ["transparency", () => getTransparencyPage(anonymous, "12m", { locale: "ja", now: city.now })],
  ["figures as open data", figuresCsv],
  ["search for a word nobody used", () => searchPublished(anonymous, readSearch("気象衛星") ?? expect.fail(), "ja")],
];

const deskPages: Page[] = [
  ["figures of a moderator", () => figures("moderator")],
  ["figures of an officer", () => figures("officer")],
  ["review", () => getSubmissionReview(city.moderator.actor, "R2-0500", { locale: "ja", now: city.now })],
  ...queueViews.map((view): Page => [`queue of a moderator, ${view}`, () => queue("moderator", { view })]),
  ...["気象衛星", "r2-0500", "0500", "shimin0500@example.com", "窓口", "窓口 shimin15000"].flatMap((q) =>
    (["all", "pending"] as const).map(
      (view): Page => [`search for ${q} in ${view}`, () => queue("moderator", { view, q })],
    ),
  ),
  ["queue with one state", () => queue("moderator", { view: "all", handling: "ANSWERED" })],
  ["queue with one state that few have", () => queue("moderator", { view: "all", review: "MERGED" })],
  ["queue with one kind", () => queue("moderator", { view: "pending", kind: "PARTNERSHIP" })],
  ["queue of what should be looked at twice", () => queue("moderator", { view: "all", flagged: "yes" })],
  ["frame of a moderator", () => countWaiting(city.moderator.actor, city.now)],
  ["frame of an officer", () => countWaiting(city.officer.actor, city.now)],
  ...queueViews.map((view): Page => [`queue of an officer, ${view}`, () => queue("officer", { view })]),
];

function expectCheap(cost: Awaited<ReturnType<typeof costOf>>, rows: number): void {
  for (const table of tables) {
    if (cost[table].rows > stopsEarly) expect(cost[table].seqScans, `full reads of ${table}`).toBe(0);
    expect(cost[table].rows, `rows read of ${table}`).toBeLessThan(rows);
  }
}

describe("with many proposals", () => {
  it.each(publicPages)("the public page %s reads a few rows", async (_name, open) => {
    expectCheap(await costOf(open), most.public);
  });

  it.each(deskPages)("the desk's page %s reads a small part of what there is", async (_name, open) => {
    expectCheap(await costOf(open), most.desk);
  });

  it("the tracking page reads what belongs to it", async () => {
    const cost = await costOf(async () => {
      const found = await findAuthor(city.pending.number, city.pending.trackingKey);
      if (found === null) throw new Error("the tracking key opens nothing");
      return getTracked(found.actor, { locale: "ja", now: city.now });
    });
    expectCheap(cost, 20);
  });

  it("a page far down the list costs what the first one costs", async () => {
    const { publishedAt, id } = await db().submission.findFirstOrThrow({ where: { number: "R2-15000" } });
    const after = Buffer.from(JSON.stringify([publishedAt?.toISOString(), id])).toString("base64url");
    const [first, far] = [await costOf(() => list()), await costOf(() => list({ after }))];
    expect(far.Submission.seqScans).toBe(0);
    expect(far.Submission.rows).toBeLessThan(first.Submission.rows + 100);
  });

  it("looking for second copies ends once there are enough, also where every text is alike", async () => {
    const { id } = await db().submission.findUniqueOrThrow({ where: { number: "R2-0500" }, select: { id: true } });
    const cost = await costOf(async () => expect(await findSimilar(city.moderator.actor, id)).toHaveLength(5));
    expect(cost.Submission.rows).toBeLessThan(most.desk);
  });

  it("a heap is counted no further than its first hundred, however much waits", async () => {
    // half of all waits for a decision, as after a campaign
    await withClient(databaseUrl(), async (client) => {
      await client.query(
        `UPDATE "Submission" SET review = 'PENDING', handling = 'NEW' WHERE substr(number, 4)::int % 2 = 0`,
      );
      await client.query(`VACUUM ANALYZE "Submission"`);
    });
    const cost = await costOf(() => queue("moderator", { view: "pending" }));
    expectCheap(cost, most.desk);
  });

  it("a search reads the rows of its page alone, however many hold the words", async () => {
    const cost = await costOf(() => queue("moderator", { view: "all", q: "待ち時間" }));
    expectCheap(cost, most.desk);
  });

  it("a search for one letter reads no more once plans are kept: few hold it, or all do", async () => {
    for (const q of ["鮭", "の"]) {
      await disconnect();
      const first = await countersAround(() => queue("moderator", { view: "all", q }));
      const most = await costOf(() => queue("moderator", { view: "all", q }));
      for (const table of tables)
        expect(most[table].rows, `${q} in ${table}`).toBeLessThan(first[table].rows * 1.2 + 100);
    }
  });

  it("one more of a text that thousands sent is compared with a few of them", async () => {
    const sent = { print: "c".repeat(22), sender: null, emailAddressId: null };
    const cost = await costOf(() => inTransaction(contextOf(), (ctx) => flagCopies(ctx, sent)));
    expectCheap(cost, most.public);
    expect(cost.TextPrint.rows).toBeGreaterThan(0);
  });

  it("a full scan would be noticed", async () => {
    const cost = await costOf(() => db().submission.count({ where: { body: { contains: "待つ" } } }));
    expect(cost.Submission.seqScans).toBeGreaterThan(0);
    expect(cost.Submission.rows).toBeGreaterThan(most.desk);
  });
});
