import { subDays } from "date-fns/subDays";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { domainOf, newsPerSecond, paceFor, pauseOf } from "./pace.ts";

type Mail = { recipient: string; turnAt: Date | null; toMany: boolean };

/** In place of a domain in the row that counts everything that goes to many, whatever its domains. No address has it. */
const allDomains = "";

/** How late a mail may use its turn, in milliseconds. Later (the worker was down) it gets another, or all those that are late would leave at once. */
const longestLate = 60_000;

/**
 * When a mail may leave: now or before, or at a later moment that is kept for it. Turns are given out by the database, so that several workers
 * together keep the pace.
 *
 * @param mail `turnAt`: the turn it has already
 */
export async function turnOf({ recipient, turnAt, toMany }: Mail, now: Date): Promise<Date> {
  const domain = domainOf(recipient);
  if (turnAt !== null) {
    const known = await db().mailDomain.findUnique({ where: { domain }, select: { slowUntil: true } });
    const isSlow = known?.slowUntil != null && known.slowUntil > now;
    const late = now.getTime() - turnAt.getTime();
    if (!isSlow && late <= longestLate) return turnAt;
  }
  const { burst, gap } = paceFor(env().MAIL_PER_MINUTE, toMany);
  const free = await advance(db(), { domain, toMany, by: gap }, now);
  return new Date(Math.max(now.getTime(), free.getTime() - burst * gap));
}

/** Moves a domain's next free moment on. @returns where it is then */
async function advance(
  tx: Pick<Transaction, "$queryRaw">,
  { domain, toMany, by }: { domain: string; toMany: boolean; by: number },
  now: Date,
): Promise<Date> {
  const [single, many] = toMany ? [0, by] : [by, 0];
  const rows = await tx.$queryRaw<{ freeAt: Date; manyFreeAt: Date }[]>`
    INSERT INTO "MailDomain" AS known ("domain", "freeAt", "manyFreeAt")
    VALUES (${domain}, ${now}::timestamptz + ${single} * interval '1 millisecond', ${now}::timestamptz + ${many} * interval '1 millisecond')
    ON CONFLICT ("domain") DO UPDATE SET
      "freeAt" = CASE WHEN ${toMany} THEN known."freeAt" ELSE greatest(known."freeAt", ${now}) + ${single} * interval '1 millisecond' END,
      "manyFreeAt" = CASE WHEN ${toMany} THEN greatest(known."manyFreeAt", ${now}) + ${many} * interval '1 millisecond' ELSE known."manyFreeAt" END
    RETURNING "freeAt", "manyFreeAt"`;
  const [row] = rows;
  if (row === undefined) throw new Error("the domain's row was not written");
  return toMany ? row.manyFreeAt : row.freeAt;
}

/** When each of so many mails to many may be tried, in their order: {@link newsPerSecond} over all that is on its way. */
export async function spreadTurns(tx: Pick<Transaction, "$queryRaw">, count: number, now: Date): Promise<Date[]> {
  const gap = 1_000 / newsPerSecond;
  const end = await advance(tx, { domain: allDomains, toMany: true, by: count * gap }, now);
  return Array.from({ length: count }, (_, at) => new Date(end.getTime() - (count - at) * gap));
}

/**
 * A domain wanted mail later: from the second time in a row on nothing is tried there for a while, longer each time. Mails that fail while it is left alone were on
 * their way already, and count once.
 */
export async function slowDown(
  tx: Pick<Transaction, "$executeRaw" | "mailDomain">,
  recipient: string,
  now: Date,
): Promise<void> {
  const domain = domainOf(recipient);
  // held until the transaction ends, so that two that fail at once count once
  await tx.$executeRaw`
    INSERT INTO "MailDomain" AS known ("domain", "freeAt", "manyFreeAt") VALUES (${domain}, ${now}, ${now})
    ON CONFLICT ("domain") DO UPDATE SET "domain" = known."domain"`;
  const known = await tx.mailDomain.findUniqueOrThrow({ where: { domain } });
  if (known.slowUntil !== null && known.slowUntil > now) return;
  const slowSteps = known.slowSteps + 1;
  const pause = pauseOf(slowSteps);
  const slowUntil = new Date(now.getTime() + pause);
  const after = (toMany: boolean, free: Date) => {
    const { burst, gap } = paceFor(env().MAIL_PER_MINUTE, toMany);
    return new Date(Math.max(free.getTime(), slowUntil.getTime() + (burst - 1) * gap));
  };
  await tx.mailDomain.update({
    where: { domain },
    data: {
      slowSteps,
      ...(pause === 0
        ? {}
        : { slowUntil, freeAt: after(false, known.freeAt), manyFreeAt: after(true, known.manyFreeAt) }),
    },
    select: { domain: true },
  });
}

/** A domain takes mail again. */
export async function speedUp(recipient: string): Promise<void> {
  await db().mailDomain.updateMany({
    where: { domain: domainOf(recipient), slowSteps: { gt: 0 } },
    data: { slowSteps: 0, slowUntil: null },
  });
}

/** Forgets domains that got nothing for a day. @returns how many */
export async function forgetQuietDomains(now: Date): Promise<number> {
  const before = subDays(now, 1);
  const { count } = await db().mailDomain.deleteMany({
    where: {
      freeAt: { lt: before },
      manyFreeAt: { lt: before },
      OR: [{ slowUntil: null }, { slowUntil: { lt: before } }],
    },
  });
  return count;
}
