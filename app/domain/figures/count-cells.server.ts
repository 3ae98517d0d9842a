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
 * month it was taken, a report or an appeal in the month it came and once more in the month it was closed, all for theme, kind and desk as they
 * are now.
 *
 * @returns how many cells changed
 */
export async function countCells(tx: Transaction, today: IsoDate): Promise<number> {
  const first = await firstDay(tx, today);
  const calendar = businessDayCounts(first, today);
  // by the day's place in the calendar: half a million look-ups, for which a join takes several times as long
  const open = calendar.map(({ count }) => count);
  const months = calendar.map(({ day }) => monthNumber(day));
  const waiting = reviewStates.flatMap((review) =>
    handlingStates.flatMap((handling) => {
      const heap = heapOf({ review, handling });
      return heap === null ? [] : [{ review, handling: handling as string, heap }];
    }),
  );
  // of a comment, only whether it may be seen is waited for
  waiting.push({ review: "PENDING", handling: "COMMENT", heap: "review" });
  const [result] = await tx.$queryRaw<{ changed: number }[]>`
    WITH calendar AS MATERIALIZED (
      SELECT ${open}::int[] AS "open", ${months}::int[] AS "months", ${first}::date - 1 AS "before", ${today}::date AS "today"
    ),
    owed AS (
      SELECT * FROM unnest(${waiting.map(({ review }) => review)}::text[], ${waiting.map(({ handling }) => handling)}::text[],
        ${waiting.map(({ heap }) => heap)}::text[]) AS entry("review", "handling", "heap")
    ),
    item AS MATERIALIZED (
      SELECT submission."id", submission."kind"::text AS "kind", submission."review"::text AS "review",
             submission."handling"::text AS "handling", coalesce(submission."themeId"::text, '') AS "themeId",
             coalesce(submission."handlingDeskId", submission."inquiryDeskId")::text AS "deskId",
             (submission."receivedAt" AT TIME ZONE ${timeZone})::date AS "received",
             (decided."at" AT TIME ZONE ${timeZone})::date AS "decided",
             (coalesce(submission."publishedAt", decided."at", submission."receivedAt") AT TIME ZONE ${timeZone})::date AS "ready",
             (given."at" AT TIME ZONE ${timeZone})::date AS "assigned",
             (submission."answeredAt" AT TIME ZONE ${timeZone})::date AS "answered"
        FROM "Submission" AS submission
        LEFT JOIN (SELECT "submissionId", min("at") AS "at" FROM "ReviewDecision" GROUP BY 1) AS decided
          ON decided."submissionId" = submission."id"
        LEFT JOIN (SELECT "submissionId", min("assignedAt") AS "at" FROM "Assignment" GROUP BY 1) AS given
          ON given."submissionId" = submission."id"
       UNION ALL
      SELECT comment."id", 'COMMENT', comment."review"::text, 'COMMENT', comment."themeId"::text, NULL,
             (comment."receivedAt" AT TIME ZONE ${timeZone})::date, (decided."at" AT TIME ZONE ${timeZone})::date, NULL, NULL, NULL
        FROM "Comment" AS comment
        LEFT JOIN (SELECT "commentId", min("at") AS "at" FROM "ReviewDecision" GROUP BY 1) AS decided
          ON decided."commentId" = comment."id"
    ),
    happened AS (
      SELECT calendar."months"[step."to" - calendar."before"] AS "month", step."what", '' AS "label", item."themeId",
             coalesce(item."deskId", '') AS "deskId", item."kind",
             greatest(calendar."open"[step."to" - calendar."before"] - calendar."open"[step."from" - calendar."before"], 0) AS "days"
        FROM calendar
       CROSS JOIN item
       CROSS JOIN LATERAL (VALUES
         ('received', item."received", item."received"),
         ('reviewed', item."received", item."decided"),
         ('assigned', item."ready", item."assigned"),
         ('worked', item."assigned", item."answered"),
         ('answered', item."received", item."answered")) AS step("what", "from", "to")
       WHERE step."from" <= calendar."today" AND step."to" <= calendar."today"
       UNION ALL
      SELECT 0, 'waiting', owed."heap", item."themeId", coalesce(item."deskId", ''), item."kind",
             calendar."open"[calendar."today" - calendar."before"] - calendar."open"[item."received" - calendar."before"]
        FROM calendar
       CROSS JOIN item
        JOIN owed ON owed."review" = item."review" AND owed."handling" = item."handling"
       WHERE item."answered" IS NULL AND item."received" <= calendar."today"
       UNION ALL
      SELECT calendar."months"[(decision."at" AT TIME ZONE ${timeZone})::date - calendar."before"], 'decided',
             decision."decision"::text || coalesce('/' || decision."reasonCode", ''), item."themeId", coalesce(item."deskId", ''), item."kind", 0
        FROM calendar
       CROSS JOIN "ReviewDecision" AS decision
        JOIN item ON item."id" = coalesce(decision."submissionId", decision."commentId")
       WHERE (decision."at" AT TIME ZONE ${timeZone})::date <= calendar."today"
       UNION ALL
      SELECT calendar."months"[(told."at" AT TIME ZONE ${timeZone})::date - calendar."before"], 'reported', told."label", item."themeId",
             coalesce(item."deskId", ''), item."kind", 0
        FROM calendar
       CROSS JOIN "Report" AS report
       CROSS JOIN LATERAL (VALUES ('', report."at"), (report."outcome"::text, report."closedAt")) AS told("label", "at")
        JOIN item ON item."id" = coalesce(report."submissionId", report."commentId")
       WHERE NOT report."isRepeat" AND (told."at" AT TIME ZONE ${timeZone})::date <= calendar."today"
       UNION ALL
      SELECT calendar."months"[(told."at" AT TIME ZONE ${timeZone})::date - calendar."before"], 'appealed', told."label", item."themeId",
             coalesce(item."deskId", ''), item."kind", 0
        FROM calendar
       CROSS JOIN "Appeal" AS appeal
       CROSS JOIN LATERAL (VALUES ('', appeal."filedAt"), (coalesce(appeal."outcome"::text, 'SETTLED'), appeal."closedAt")) AS told("label", "at")
        JOIN item ON item."id" = coalesce(appeal."submissionId", appeal."commentId")
       WHERE (told."at" AT TIME ZONE ${timeZone})::date <= calendar."today"
    ),
    alike AS (SELECT happened.*, count(*)::int AS "count" FROM happened GROUP BY 1, 2, 3, 4, 5, 6, 7),
    counted AS MATERIALIZED (
      SELECT CASE "month" WHEN 0 THEN '' ELSE to_char("month" / 100, 'FM0000') || '-' || to_char("month" % 100, 'FM00') END AS "month",
             "themeId", "deskId", "kind", jsonb_object_agg("what" || ':' || "days" || ':' || "label", "count") AS "counts"
        FROM alike GROUP BY 1, 2, 3, 4
    ),
    gone AS (
      DELETE FROM "FigureCell" AS cell
       WHERE NOT EXISTS (
         SELECT FROM counted
          WHERE (counted."month", counted."themeId", counted."deskId", counted."kind")
              = (cell."month", cell."themeId", cell."deskId", cell."kind"))
      RETURNING 1
    ),
    written AS (
      INSERT INTO "FigureCell" ("month", "themeId", "deskId", "kind", "counts")
      SELECT * FROM counted
      EXCEPT
      SELECT "month", "themeId", "deskId", "kind", "counts" FROM "FigureCell"
      ON CONFLICT ("month", "themeId", "deskId", "kind") DO UPDATE SET "counts" = EXCLUDED."counts"
      RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM written))::int AS "changed"`;
  return result?.changed ?? 0;
}

/** A month that the database can compare faster than text: '2026-04' → 202604. */
function monthNumber(day: IsoDate): number {
  return Number(day.slice(0, 7).replace("-", ""));
}

/** The day before which nothing happened. */
async function firstDay(tx: Transaction, today: IsoDate): Promise<IsoDate> {
  const earliest = { _min: { receivedAt: true } } as const;
  const [submissions, comments] = [await tx.submission.aggregate(earliest), await tx.comment.aggregate(earliest)];
  const first = [submissions._min.receivedAt, comments._min.receivedAt].flatMap((at) => (at ? [isoDate(at)] : []));
  return [...first, today].sort()[0] ?? today;
}
