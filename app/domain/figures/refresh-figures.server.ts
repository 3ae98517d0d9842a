import { isDeepStrictEqual } from "node:util";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { businessDayCounts } from "#app/domain/shared/business-days.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate, startOfDayTokyo, timeZone } from "#app/domain/shared/japanese-date.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countCells } from "./count-cells.server.ts";
import { type Counted, makeFigures, monthsUntil, overdueBefore, type PublicFigures, type Tally } from "./figures.ts";
import { getPublicFigures } from "./queries/get-public-figures.server.ts";

/** The one row there is. */
const id = 1;

/** Time for counting, in milliseconds: for a city of 100,000 submissions it needs about two seconds. */
const timeout = 60_000;

/**
 * Counts anew what pages show of the city's work and keeps it: the numbers of the home page, and the cells all others are sums of. New numbers
 * are announced as a command announces its change, so that no page shows the old ones; the same numbers only move the time they were counted
 * at, and no page is made anew for that.
 *
 * Reads one state of the database throughout. Two runs at once count one after the other; either may have the last word on the home page, and
 * the next run puts that right.
 *
 * @returns whether the numbers changed
 */
export async function refreshFigures(now: Date): Promise<boolean> {
  const { figures, changedCells } = await db().$transaction(
    async (tx) => {
      // comes before anything is read: only then does the state that is read begin after the other run has ended
      await tx.$executeRaw`LOCK TABLE "FigureCell" IN SHARE ROW EXCLUSIVE MODE`;
      // all rows are read, and how many cells come of them no plan can know: a guess of few would compare each with each
      await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
      await tx.$executeRaw`SET LOCAL enable_mergejoin = off`;
      await tx.$executeRaw`SET LOCAL enable_sort = off`;
      await tx.$executeRaw`SET LOCAL work_mem = '128MB'`;
      return { figures: await countFigures(tx, now), changedCells: await countCells(tx, isoDate(now)) };
    },
    { isolationLevel: "RepeatableRead", maxWait: timeout, timeout },
  );
  const before = await getPublicFigures();
  const isSame = before !== null && isDeepStrictEqual(before, { ...figures, computedAt: before.computedAt });
  if (isSame && changedCells === 0) {
    await db().publicFigures.updateMany({ where: { id, computedAt: { lt: now } }, data: { computedAt: now } });
    return false;
  }
  const system = { kind: "system", name: "refresh figures" } as const;
  await inTransaction({ actor: system, now, locale: "ja" }, async ({ tx }) => {
    const row = { figures, computedAt: now };
    await tx.publicFigures.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
  });
  return true;
}

/** Everything is added up by the database; what comes back grows with the kinds of things, not with their number. */
async function countFigures(tx: Transaction, now: Date): Promise<PublicFigures> {
  const today = isoDate(now);
  const { answerDays } = await getSettings(tx);
  const first = await tx.submission.findFirst({
    where: { receivedAt: { lte: now } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { receivedAt: true },
  });
  const firstDay = first && isoDate(first.receivedAt);
  const months = monthsUntil(today, firstDay);
  const empty: Counted = { tallies: [], receivedIn: new Map(), answeredIn: new Map(), spans: [] };
  if (firstDay === null || months[0] === undefined) return makeFigures(empty, [], answerDays);

  const since = startOfDayTokyo(`${months[0]}-01`);
  const counted: Counted = {
    tallies: await countAlike(tx, {
      IDEA: startOfDayTokyo(overdueBefore(today, answerDays.IDEA)),
      PARTNERSHIP: startOfDayTokyo(overdueBefore(today, answerDays.PARTNERSHIP)),
      INQUIRY: startOfDayTokyo(overdueBefore(today, answerDays.INQUIRY)),
    }),
    ...(await countMonths(tx, since)),
    spans: await countSpans(tx, since, today),
  };
  return makeFigures(counted, months, answerDays);
}

function countAlike(tx: Transaction, overdue: Record<Tally["kind"], Date>): Promise<Tally[]> {
  return tx.$queryRaw<Tally[]>`
    SELECT submission."kind"::text AS "kind", submission."review"::text AS "review", submission."handling"::text AS "handling",
           theme."slug" AS "theme", submission."isSample", submission."answeredAt" IS NOT NULL AS "isAnswered",
           submission."receivedAt" < CASE submission."kind"
             WHEN 'IDEA' THEN ${overdue.IDEA}::timestamptz
             WHEN 'PARTNERSHIP' THEN ${overdue.PARTNERSHIP}::timestamptz
             ELSE ${overdue.INQUIRY}::timestamptz END AS "isOld",
           count(*)::int AS "count"
      FROM "Submission" AS submission LEFT JOIN "Theme" AS theme ON theme."id" = submission."themeId"
     GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}

async function countMonths(tx: Transaction, since: Date): Promise<Pick<Counted, "receivedIn" | "answeredIn">> {
  const rows = await tx.$queryRaw<{ what: "received" | "answered"; month: string; count: number }[]>`
    SELECT happened."what", to_char(happened."at" AT TIME ZONE ${timeZone}, 'YYYY-MM') AS "month", count(*)::int AS "count"
      FROM "Submission" AS submission
     CROSS JOIN LATERAL (VALUES ('received', submission."receivedAt"), ('answered', submission."answeredAt")) AS happened("what", "at")
     WHERE happened."at" >= ${since}::timestamptz
     GROUP BY 1, 2`;
  const of = (wanted: string) =>
    new Map(rows.filter(({ what }) => what === wanted).map(({ month, count }) => [month, count]));
  return { receivedIn: of("received"), answeredIn: of("answered") };
}

async function countSpans(tx: Transaction, since: Date, today: IsoDate): Promise<Counted["spans"]> {
  const answeredSince = { answeredAt: { gte: since } };
  const { _min: oldest } = await tx.submission.aggregate({ where: answeredSince, _min: { receivedAt: true } });
  if (oldest.receivedAt === null) return [];
  const calendar = businessDayCounts(isoDate(oldest.receivedAt), today);
  const days = calendar.map(({ day }) => day);
  const counts = calendar.map(({ count }) => count);
  return tx.$queryRaw<{ kind: Tally["kind"]; days: number; count: number }[]>`
    WITH calendar AS (SELECT * FROM unnest(${days}::date[], ${counts}::int[]) AS entry("day", "open"))
    SELECT submission."kind"::text AS "kind", answered."open" - received."open" AS "days", count(*)::int AS "count"
      FROM "Submission" AS submission
      JOIN calendar AS received ON received."day" = (submission."receivedAt" AT TIME ZONE ${timeZone})::date
      JOIN calendar AS answered ON answered."day" = (submission."answeredAt" AT TIME ZONE ${timeZone})::date
     WHERE submission."answeredAt" >= ${since}::timestamptz
     GROUP BY 1, 2`;
}
