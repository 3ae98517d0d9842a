import { businessDayCounts } from "#app/domain/shared/business-days.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { type IsoDate, isoDate, timeZone } from "#app/domain/shared/japanese-date.ts";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import { heapOf } from "./figures.ts";

/**
 * Counts the city's work anew and writes the cells that are different. Days on which the city hall is open are counted with a calendar in
 * which each day carries its number, so holidays stay in one place, and so does what waits for what (`heapOf`).
 *
 * Everything that happened by today is counted; samples too, as on the home page. A step counts in the month it was done, a decision in the
 * month it was taken, and both for theme, kind and desk as they are now.
 *
 * @returns how many cells changed
 */
export async function countCells(tx: Transaction, today: IsoDate): Promise<number> {
  const calendar = businessDayCounts(await firstDay(tx, today), today);
  const days = calendar.map(({ day }) => day);
  const counts = calendar.map(({ count }) => count);
  const waiting = reviewStates.flatMap((review) =>
    handlingStates.flatMap((handling) => {
      const heap = heapOf({ review, handling });
      return heap === null ? [] : [{ review, handling: handling as string, heap }];
    }),
  );
  // of a comment, only whether it may be seen is waited for
  waiting.push({ review: "PENDING", handling: "COMMENT", heap: "review" });
  const [result] = await tx.$queryRaw<{ changed: number }[]>`
    WITH calendar AS MATERIALIZED (SELECT * FROM unnest(${days}::date[], ${counts}::int[]) AS entry("day", "open")),
    owed AS (
      SELECT * FROM unnest(${waiting.map(({ review }) => review)}::text[], ${waiting.map(({ handling }) => handling)}::text[],
        ${waiting.map(({ heap }) => heap)}::text[]) AS entry("review", "handling", "heap")
    ),
    item AS MATERIALIZED (
      SELECT submission."id", submission."kind"::text AS "kind", submission."review"::text AS "review",
             submission."handling"::text AS "handling", coalesce(submission."themeId"::text, '') AS "themeId",
             coalesce(submission."handlingDeskId", submission."inquiryDeskId")::text AS "deskId",
             submission."receivedAt", decided."at" AS "decidedAt",
             coalesce(submission."publishedAt", decided."at", submission."receivedAt") AS "readyAt", given."at" AS "assignedAt",
             submission."answeredAt"
        FROM "Submission" AS submission
        LEFT JOIN (SELECT "submissionId", min("at") AS "at" FROM "ReviewDecision" GROUP BY 1) AS decided
          ON decided."submissionId" = submission."id"
        LEFT JOIN (SELECT "submissionId", min("assignedAt") AS "at" FROM "Assignment" GROUP BY 1) AS given
          ON given."submissionId" = submission."id"
       UNION ALL
      SELECT comment."id", 'COMMENT', comment."review"::text, 'COMMENT', comment."themeId"::text, NULL, comment."receivedAt",
             decided."at", NULL, NULL, NULL
        FROM "Comment" AS comment
        LEFT JOIN (SELECT "commentId", min("at") AS "at" FROM "ReviewDecision" GROUP BY 1) AS decided
          ON decided."commentId" = comment."id"
    ),
    happened AS (
      SELECT to_char(span."to", 'YYYY-MM') AS "month", span."what", '' AS "label", span."themeId", coalesce(span."deskId", '') AS "deskId",
             span."kind", greatest(until."open" - since."open", 0) AS "days"
        FROM (
          SELECT item.*, step."what", (step."from" AT TIME ZONE ${timeZone})::date AS "from", (step."to" AT TIME ZONE ${timeZone})::date AS "to"
            FROM item
           CROSS JOIN LATERAL (VALUES
             ('received', item."receivedAt", item."receivedAt"),
             ('reviewed', item."receivedAt", item."decidedAt"),
             ('assigned', item."readyAt", item."assignedAt"),
             ('worked', item."assignedAt", item."answeredAt"),
             ('answered', item."receivedAt", item."answeredAt")) AS step("what", "from", "to")
        ) AS span
        JOIN calendar AS since ON since."day" = span."from"
        JOIN calendar AS until ON until."day" = span."to"
       UNION ALL
      SELECT '', 'waiting', owed."heap", item."themeId", coalesce(item."deskId", ''), item."kind", today."open" - since."open"
        FROM item
        JOIN owed ON owed."review" = item."review" AND owed."handling" = item."handling"
        JOIN calendar AS since ON since."day" = (item."receivedAt" AT TIME ZONE ${timeZone})::date
        JOIN calendar AS today ON today."day" = ${today}::date
       WHERE item."answeredAt" IS NULL
       UNION ALL
      SELECT to_char(decision."at" AT TIME ZONE ${timeZone}, 'YYYY-MM'), 'decided',
             decision."decision"::text || coalesce('/' || decision."reasonCode", ''), item."themeId", coalesce(item."deskId", ''), item."kind", 0
        FROM "ReviewDecision" AS decision
        JOIN item ON item."id" = coalesce(decision."submissionId", decision."commentId")
       WHERE (decision."at" AT TIME ZONE ${timeZone})::date <= ${today}::date
    ),
    counted AS MATERIALIZED (SELECT happened.*, count(*)::int AS "count" FROM happened GROUP BY 1, 2, 3, 4, 5, 6, 7),
    gone AS (
      DELETE FROM "FigureCell" AS cell
       WHERE NOT EXISTS (
         SELECT FROM counted
          WHERE (counted."month", counted."what", counted."label", counted."themeId", counted."deskId", counted."kind", counted."days")
              = (cell."month", cell."what", cell."label", cell."themeId", cell."deskId", cell."kind", cell."days"))
      RETURNING 1
    ),
    written AS (
      INSERT INTO "FigureCell" ("month", "what", "label", "themeId", "deskId", "kind", "days", "count")
      SELECT * FROM counted
      EXCEPT
      SELECT "month", "what", "label", "themeId", "deskId", "kind", "days", "count" FROM "FigureCell"
      ON CONFLICT ("month", "what", "label", "themeId", "deskId", "kind", "days") DO UPDATE SET "count" = EXCLUDED."count"
      RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM written))::int AS "changed"`;
  return result?.changed ?? 0;
}

/** The day before which nothing happened. */
async function firstDay(tx: Transaction, today: IsoDate): Promise<IsoDate> {
  const earliest = { _min: { receivedAt: true } } as const;
  const [submissions, comments] = [await tx.submission.aggregate(earliest), await tx.comment.aggregate(earliest)];
  const first = [submissions._min.receivedAt, comments._min.receivedAt].flatMap((at) => (at ? [isoDate(at)] : []));
  return [...first, today].sort()[0] ?? today;
}
