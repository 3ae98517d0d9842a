import type pg from "pg";

/**
 * Fills the database with `count` published proposals in all, spread over themes, kinds, states and four years, with comments on some,
 * as the commands would leave them. Straight SQL, because 100,000 commands would take an hour.
 */
export async function loadProposals(client: pg.Client, count: number): Promise<void> {
  const existing = Number((await client.query(`SELECT count(*) AS n FROM "Submission"`)).rows[0].n);
  await client.query(
    `WITH theme AS (SELECT id, "deskId", row_number() OVER (ORDER BY position) - 1 AS place, count(*) OVER () AS total FROM "Theme"),
          made AS (SELECT n, now() - (n * interval '20 minutes') AS at FROM generate_series($1::int + 1, $2::int) AS n)
     INSERT INTO "Submission" (id, number, kind, locale, "themeId", review, handling, "handlingDeskId", title, body, "displayName", "outcomeKey",
       "commentCount", "searchText", "searchTokens", "trackingKeyHash", "idempotencyHash", "receivedAt", "publishedAt", "answeredAt", "changedAt")
     SELECT gen_random_uuid(), 'R2-' || lpad(n::text, greatest(4, length(n::text)), '0'),
       (CASE WHEN n % 5 = 0 THEN 'PARTNERSHIP' ELSE 'IDEA' END)::"SubmissionKind", 'ja', theme.id, 'PUBLISHED',
       (CASE n % 4 WHEN 0 THEN 'ANSWERED' WHEN 1 THEN 'ASSIGNED' ELSE 'NEW' END)::"HandlingState",
       CASE WHEN n % 4 < 2 THEN theme."deskId" END,
       '窓口の待ち時間を短くする提案 その' || n,
       repeat('市役所の窓口で、順番がいつ来るのか分かると助かります。混む時間を前もって知らせる仕組みがほしいです。', 8),
       '市民' || n, CASE WHEN n % 4 = 0 THEN 'under-study' END, CASE WHEN n % 10 = 0 THEN 20 ELSE 0 END,
       '窓口の待ち時間を短くする提案', ARRAY['窓口','口の','の待','待ち','ち時','時間'], 'bench-track-' || n, 'bench-once-' || n, at, at,
       CASE WHEN n % 4 = 0 THEN at END, at
     FROM made JOIN theme ON theme.place = made.n % theme.total`,
    [existing, count],
  );
  await client.query(
    `INSERT INTO "Comment" (id, number, locale, "themeId", "submissionId", stance, review, body, "trackingKeyHash", "idempotencyHash", "receivedAt", "publishedAt", "changedAt")
     SELECT gen_random_uuid(), s.number || '-' || k, 'ja', s."themeId", s.id, 'FOR', 'PUBLISHED', '賛成です。待ち時間が分かるだけでも助かります。',
       'bench-ct-' || s.number || k, 'bench-co-' || s.number || k, s."receivedAt", s."publishedAt" + k * interval '1 minute', s."receivedAt"
     FROM "Submission" s CROSS JOIN generate_series(1, 20) AS k
     WHERE s.number LIKE 'R2-%' AND s."commentCount" > 0 AND substr(s.number, 4)::int > $1`,
    [existing],
  );
  await client.query(
    `INSERT INTO "TimelineEntry" (id, "submissionId", at, event, audience)
     SELECT gen_random_uuid(), id, at, event::"TimelineEvent", 'PUBLIC'
     FROM "Submission", LATERAL (VALUES ("receivedAt", 'RECEIVED'), ("publishedAt", 'PUBLISHED')) AS entry(at, event)
     WHERE number LIKE 'R2-%' AND substr(number, 4)::int > $1`,
    [existing],
  );
  await client.query(
    `INSERT INTO "Answer" (id, "submissionId", "answerVersion", "deskId", "outcomeKey", body, state, origin, "draftedByLabel", "draftedAt", "publishedAt")
     SELECT gen_random_uuid(), id, 1, "handlingDeskId", 'under-study', repeat('ご提案をありがとうございます。関係する担当と検討します。', 6),
       'PUBLISHED', 'SCREEN', '行革担当', "answeredAt", "answeredAt"
     FROM "Submission" WHERE number LIKE 'R2-%' AND "answeredAt" IS NOT NULL AND substr(number, 4)::int > $1`,
    [existing],
  );
  await client.query(
    `UPDATE "Theme" SET "proposalCount" = counted.proposals, "answeredCount" = counted.answered
     FROM (SELECT "themeId", count(*) AS proposals, count("answeredAt") AS answered FROM "Submission" WHERE review = 'PUBLISHED' GROUP BY 1) AS counted
     WHERE "Theme".id = counted."themeId"`,
  );
  await client.query("VACUUM ANALYZE");
}
