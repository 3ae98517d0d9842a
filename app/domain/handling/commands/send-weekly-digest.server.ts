import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { MailParams } from "#app/domain/mail/mail-message.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { mailModerators } from "#app/domain/staff/mail-moderators.server.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { claimPromiseMail, owedAssignments } from "../owed.server.ts";
import { isFirstOpenDayOfWeek, isMorning } from "../promise-clock.ts";

/** Stands for the whole office where a mail of the clock is kept by what it is about. */
const office = "00000000-0000-0000-0000-000000000000";

const weekInMilliseconds = 7 * 86_400_000;

type Week = MailParams["weekly-digest"];

/**
 * On the first open day of a week every moderator is mailed what waits and what is late, by desk: numbers alone, no words of anybody, and
 * without samples. Once for each week, however often it is called.
 *
 * @returns whether this call did it
 */
export async function sendWeeklyDigest(context: CommandContext): Promise<boolean> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const { promiseClock } = await getSettings(ctx.tx);
    const day = isoDate(ctx.now);
    if (!isMorning(ctx.now, promiseClock) || !isFirstOpenDayOfWeek(day)) return false;
    if (!(await claimPromiseMail(ctx, { kind: "WEEK", subjectId: office, day }))) return false;
    const params: Week = {
      day,
      review: await countReviews(ctx, day),
      unassigned: await countUnassigned(ctx, day),
      failedMails: await ctx.tx.mail.count({
        where: { state: "FAILED", lastAttemptAt: { gte: new Date(ctx.now.getTime() - weekInMilliseconds) } },
      }),
      desks: await countByDesk(ctx, day),
    };
    const moderators = await mailModerators(ctx, { template: "weekly-digest", params });
    await recordAudit(ctx, {
      action: "send-weekly-digest",
      subject: { type: "list", id: "week" },
      detail: { moderators },
    });
    return true;
  });
}

async function countReviews({ tx }: TxContext, today: IsoDate): Promise<Week["review"]> {
  const pending = { review: "PENDING", isSample: false } as const;
  const late = { ...pending, dueOn: { lt: dateColumn(today) } };
  return {
    waiting: (await tx.submission.count({ where: pending })) + (await tx.comment.count({ where: pending })),
    late: (await tx.submission.count({ where: late })) + (await tx.comment.count({ where: late })),
  };
}

async function countUnassigned({ tx }: TxContext, today: IsoDate): Promise<Week["unassigned"]> {
  const unassigned: Prisma.SubmissionWhereInput = {
    handling: "NEW",
    review: { in: ["PUBLISHED", "NOT_PUBLIC"] },
    isSample: false,
  };
  return {
    waiting: await tx.submission.count({ where: unassigned }),
    late: await tx.submission.count({ where: { ...unassigned, dueOn: { lt: dateColumn(today) } } }),
  };
}

async function countByDesk({ tx }: TxContext, today: IsoDate): Promise<Week["desks"]> {
  const rows = await tx.assignment.findMany({
    where: { AND: [owedAssignments, { submission: { isSample: false } }] },
    orderBy: [
      { desk: { section: { department: { position: "asc" } } } },
      { desk: { section: { position: "asc" } } },
      { desk: { position: "asc" } },
      { dueOn: "asc" },
    ],
    select: {
      deskId: true,
      dueOn: true,
      pausedDays: true,
      desk: { select: { name: true } },
      submission: { select: { handling: true } },
    },
  });
  const desks = new Map<string, Week["desks"][number]>();
  for (const { deskId, dueOn, pausedDays, desk, submission } of rows) {
    const name = desk.name as LocalizedText;
    const sum = desks.get(deskId) ?? { name, waiting: 0, late: 0, drafted: 0, paused: 0, oldestDueOn: null };
    const isPaused = pausedDays !== null;
    desks.set(deskId, {
      name,
      waiting: sum.waiting + 1,
      late: sum.late + Number(!isPaused && isLate(dayOf(dueOn), today)),
      drafted: sum.drafted + Number(submission.handling === "DRAFTED"),
      paused: sum.paused + Number(isPaused),
      oldestDueOn: sum.oldestDueOn ?? (isPaused ? null : dayOf(dueOn)),
    });
  }
  return [...desks.values()];
}
