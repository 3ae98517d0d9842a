import { subDays } from "date-fns/subDays";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate, startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";
import { db } from "#app/platform/database/client.server.ts";
import { remindDesk } from "./commands/remind-desk.server.ts";
import { resumePromise } from "./commands/resume-promise.server.ts";
import { sendWeeklyDigest } from "./commands/send-weekly-digest.server.ts";
import { owedAssignments } from "./owed.server.ts";
import { isFirstOpenDayOfWeek, isMorning } from "./promise-clock.ts";

/** How long it is kept that a mail was dealt with, in days; for lateness, long after anybody would tell the office again. */
const keptDays = 90;

const clock = { kind: "system", name: "期限の時計" } as const;

/**
 * Sends what the promises ask for on this morning and has not been sent: called every few minutes, it does something on the mornings of open
 * days, and what a process that stood still missed is made up for on the same day. Each desk has a transaction of its own, so that one that
 * fails keeps nobody else from their mail.
 *
 * What has waited too long for its author is first put back on the clock.
 *
 * @returns how many desks were dealt with, and the errors of those that were not: they are tried again at the next call
 */
export async function runPromiseClock(now: Date): Promise<{ desks: number; week: boolean; errors: unknown[] }> {
  const { promiseClock } = await getSettings(db());
  if (!isMorning(now, promiseClock)) return { desks: 0, week: false, errors: [] };
  const today = isoDate(now);
  const done = await db().promiseMail.findMany({
    where: { kind: "MORNING", day: dateColumn(today) },
    select: { subjectId: true },
  });
  const waiting = await db().desk.findMany({
    where: { id: { notIn: done.map(({ subjectId }) => subjectId) } },
    orderBy: { id: "asc" },
    select: { id: true, assignments: { where: owedAssignments, take: 1, select: { id: true } } },
  });
  const busy = waiting.filter(({ assignments }) => assignments.length > 0);
  const idle = waiting.filter(({ assignments }) => assignments.length === 0);
  // Kept too: what a desk gets in the course of the day comes with a mail of its own and is no morning mail.
  await db().promiseMail.createMany({
    data: idle.map(({ id }) => ({ kind: "MORNING" as const, subjectId: id, day: dateColumn(today), at: now })),
    skipDuplicates: true,
  });
  const context = { actor: clock, now, locale: "ja" } as const;
  const errors: unknown[] = [];
  let desks = 0;
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      errors.push(error);
    }
  };
  for (const submissionId of await listForgottenPauses(today, promiseClock.longestPause))
    await attempt(() => resumePromise(context, { submissionId }));
  for (const { id } of busy)
    await attempt(async () => {
      if (await remindDesk(context, { deskId: id })) desks += 1;
    });
  const week = isFirstOpenDayOfWeek(today) && (await sendWeeklyDigest(context));
  if (desks > 0 || week || idle.length > 0)
    await db().promiseMail.deleteMany({ where: { day: { lt: dateColumn(isoDate(subDays(now, keptDays))) } } });
  return { desks, week, errors };
}

/** Submissions whose clock stands still although the last question to their author was asked longer ago than the city waits. */
async function listForgottenPauses(today: IsoDate, longestPause: number): Promise<string[]> {
  const askedSince = startOfDayTokyo(addBusinessDays(today, -longestPause));
  const rows = await db().assignment.findMany({
    where: {
      AND: [
        owedAssignments,
        {
          pausedDays: { not: null },
          submission: { askings: { none: { repliedAt: null, askedAt: { gte: askedSince } } } },
        },
      ],
    },
    orderBy: { id: "asc" },
    select: { submissionId: true },
  });
  return rows.map(({ submissionId }) => submissionId);
}
