import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailboxForWords, wordsColumns } from "#app/domain/directory/directory.ts";
import { fallbackMailbox } from "#app/domain/directory/find-fallback-desk.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { mailModerators } from "#app/domain/staff/mail-moderators.server.ts";
import { answerLinkFor } from "../answer-link.server.ts";
import { mailDeskOf } from "../load-handled.server.ts";
import { claimPromiseMail, listOwed, type Owed } from "../owed.server.ts";
import { isEscalationDay, isMorning, isReminderDay } from "../promise-clock.ts";

/** Items a morning mail lists; more than this nobody works through in a day. */
const mostListed = 50;

/** `mailbox`: where what people wrote may be sent. */
type Desk = { id: string; name: LocalizedText; mailbox: string | null };

/**
 * The mails of one desk's morning: what waits for its answer, if anything does; a reminder of each item whose turn it is; and to the office,
 * once for each promise, that the desk has been late for days. Done once for each open day, however often and by however many processes it
 * is called. What waits for its author, was answered, withdrawn or merged is in none of them; samples are never in the list of the morning.
 *
 * @returns whether this call did it
 */
export async function remindDesk(context: CommandContext, input: { deskId: string }): Promise<boolean> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const { promiseClock: clock, moderatorExtension } = await getSettings(ctx.tx);
    if (!isMorning(ctx.now, clock)) return false;
    const today = isoDate(ctx.now);
    if (!(await claimPromiseMail(ctx, { kind: "MORNING", subjectId: input.deskId, day: today }))) return false;
    const row = await ctx.tx.desk.findUniqueOrThrow({
      where: { id: input.deskId },
      select: { id: true, name: true, ...wordsColumns },
    });
    const desk = { id: row.id, name: row.name as LocalizedText, mailbox: mailboxForWords(row, today) };
    const owed = await listOwed(ctx.tx, desk.id, today);

    const mine = owed.filter(({ handling, pausedDays }) => handling === "ASSIGNED" && pausedDays === null);
    const listed = await sendMorning(ctx, desk, {
      items: mine.filter(({ isSample }) => !isSample),
      extension: moderatorExtension,
    });
    const reminded = mine.filter((item) => isReminderDay(item, today, clock));
    for (const item of reminded) await sendReminder(ctx, desk, item);
    const told: string[] = [];
    for (const item of owed.filter((one) => isEscalationDay(one, today, clock)))
      if (await tellOffice(ctx, desk, item)) told.push(item.number);

    if (listed + reminded.length + told.length > 0) {
      await recordAudit(ctx, {
        action: "remind-desk",
        subject: { type: "desk", id: desk.id },
        detail: {
          mailed: desk.mailbox !== null,
          listed,
          reminded: reminded.map(({ number }) => number),
          officeTold: told,
        },
      });
    }
    return true;
  });
}

async function sendMorning(
  context: TxContext,
  desk: Desk,
  { items, extension }: { items: Owed[]; extension: string | null },
): Promise<number> {
  if (items.length === 0 || desk.mailbox === null) return 0;
  await enqueueMail(context, {
    template: "desk-digest",
    params: {
      day: isoDate(context.now),
      items: items
        .slice(0, mostListed)
        .map(({ submissionId, number, title, dueOn, daysLeft }) => ({ submissionId, number, title, dueOn, daysLeft })),
      more: Math.max(0, items.length - mostListed),
      extension,
      deskName: desk.name,
    },
    to: desk.mailbox,
    recipientKind: "DESK",
    locale: "ja",
  });
  return items.length;
}

async function sendReminder(context: TxContext, desk: Desk, item: Owed): Promise<void> {
  const { submissionId, assignmentId, number, title, dueOn, daysLeft } = item;
  if (desk.mailbox === null) return;
  await enqueueMail(context, {
    template: "reminded",
    params: {
      number,
      title,
      dueOn,
      daysLeft,
      answerLinkId: await answerLinkFor(context, { submissionId, assignmentId }),
      deskName: desk.name,
    },
    to: desk.mailbox,
    recipientKind: "DESK",
    locale: "ja",
    threadKey: number,
    submissionId,
  });
}

/**
 * Tells the next level. The directory knows none between a desk and the office, so it is the mailbox of the desk that takes what nobody else
 * takes; the moderators themselves where that one is late, or has no mailbox.
 */
async function tellOffice(context: TxContext, desk: Desk, item: Owed): Promise<boolean> {
  const { submissionId, assignmentId, number, title, dueOn, daysLeft, handling } = item;
  if (!(await claimPromiseMail(context, { kind: "LATE", subjectId: assignmentId, day: dueOn }))) return false;
  const message = {
    template: "overdue",
    params: {
      number,
      title,
      dueOn,
      daysLeft,
      desk: await mailDeskOf(context, desk.id),
      isDrafted: handling === "DRAFTED",
    },
    threadKey: number,
    submissionId,
  } as const;
  const to = await fallbackMailbox(context.tx, desk.id, isoDate(context.now));
  if (to === null) await mailModerators(context, message);
  else await enqueueMail(context, { ...message, to, recipientKind: "DESK", locale: "ja" });
  return true;
}
