import { subDays } from "date-fns/subDays";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { softBounceDays, softBouncesInARow } from "./soft-bounces.ts";

/**
 * Whether a mailbox has sent back all that was mailed to it for a while: the last {@link softBouncesInARow} mails or more, the first of them sent
 * {@link softBounceDays} days before the last or earlier. One that arrived in between begins the count anew. Mails that left after the last one
 * that came back say nothing yet: their report may be under way.
 */
export async function takesNothing(context: TxContext, mailbox: string): Promise<boolean> {
  const sent = { recipient: mailbox, sentAt: { not: null } } as const;
  const last = await context.tx.mail.findFirst({
    where: { ...sent, returnedAt: { not: null } },
    orderBy: { sentAt: "desc" },
    select: { sentAt: true },
  });
  if (!last?.sentAt) return false;
  const arrived = await context.tx.mail.findFirst({
    where: { ...sent, returnedAt: null, sentAt: { lt: last.sentAt } },
    orderBy: { sentAt: "desc" },
    select: { sentAt: true },
  });
  const inARow = await context.tx.mail.aggregate({
    where: { ...sent, returnedAt: { not: null }, ...(arrived?.sentAt && { sentAt: { gt: arrived.sentAt } }) },
    _count: { _all: true },
    _min: { sentAt: true },
  });
  const first = inARow._min.sentAt;
  return inARow._count._all >= softBouncesInARow && first !== null && first <= subDays(last.sentAt, softBounceDays);
}

/** What a mailbox sent back counts no more, because somebody has made sure that it takes mail. */
export async function forgetReturns(context: TxContext, mailbox: string): Promise<void> {
  await context.tx.mail.updateMany({
    where: { recipient: mailbox, returnedAt: { not: null } },
    data: { returnedAt: null },
  });
}
