import { enqueueMails } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { type DigestPace, digestDue, mostNewsInDigest } from "./follow.ts";
import { stopOfPace } from "./stop.ts";

/** Digests made in one transaction. */
const batch = 200;

/**
 * Queues every digest that is due: one mail for each address with something noted for it before the last hour of its pace, and none for the
 * others. What is noted goes into a mail in one transaction, so that a run that breaks off, or two at the same time, put nothing into two mails.
 *
 * @returns how many were queued
 */
export async function sendDigests(now: Date): Promise<number> {
  const context: CommandContext = { actor: { kind: "system", name: "news" }, now, locale: "ja" };
  let total = 0;
  for (const pace of ["DAILY", "WEEKLY"] as const) {
    for (let queued = batch; queued === batch; total += queued) {
      queued = await inTransaction(context, (ctx) => queueSome(ctx, pace), { announced: false });
    }
  }
  return total;
}

type Waiting = { followerId: string; address: string; locale: Locale; entryIds: string[] };

/**
 * The followers are locked, so that two runs take different ones. What waits for a follow that is told at once by now, because its reader has
 * changed that, comes with the daily ones.
 */
async function queueSome(context: TxContext, pace: DigestPace): Promise<number> {
  const due = digestDue(pace, context.now);
  const paces = pace === "DAILY" ? ["AT_ONCE", "DAILY"] : ["WEEKLY"];
  const waiting = await context.tx.$queryRaw<Waiting[]>`
    WITH chosen AS (
      SELECT follower."id", follower."emailAddressId", follower."locale"
        FROM "Follower" AS follower
       WHERE EXISTS (
         SELECT FROM "FollowNotice" AS notice JOIN "Follow" AS follow ON follow."id" = notice."followId"
          WHERE notice."followerId" = follower."id" AND notice."mailId" IS NULL AND notice."createdAt" < ${due}
            AND follow."pace"::text = ANY(${paces}))
       ORDER BY follower."id"
       LIMIT ${batch}
       FOR UPDATE OF follower SKIP LOCKED
    )
    SELECT chosen."id"::text AS "followerId", address."address", chosen."locale"::text AS "locale",
           array_agg(entry."id"::text ORDER BY entry."at", entry."id") AS "entryIds"
      FROM chosen
      JOIN "EmailAddress" AS address ON address."id" = chosen."emailAddressId"
      JOIN "FollowNotice" AS notice ON notice."followerId" = chosen."id" AND notice."mailId" IS NULL AND notice."createdAt" < ${due}
      JOIN "Follow" AS follow ON follow."id" = notice."followId" AND follow."pace"::text = ANY(${paces})
      JOIN "TimelineEntry" AS entry ON entry."id" = notice."timelineEntryId"
     GROUP BY chosen."id", address."address", chosen."locale"`;
  const mailIds = await enqueueMails(
    context,
    waiting.map((follower) => digest(follower, pace)),
  );
  for (const [index, { followerId, entryIds }] of waiting.entries()) {
    await context.tx.followNotice.updateMany({
      where: { followerId, timelineEntryId: { in: entryIds } },
      data: { mailId: mailIds[index] },
    });
  }
  return waiting.length;
}

function digest({ followerId, address, locale, entryIds }: Waiting, pace: DigestPace): MailMessage {
  const shown = entryIds.slice(0, mostNewsInDigest);
  return {
    template: "follow-news",
    params: {
      followerId,
      stop: stopOfPace[pace],
      pace,
      kind: null,
      number: null,
      entryIds: shown,
      more: entryIds.length - shown.length,
    },
    to: address,
    recipientKind: "PERSON",
    locale,
  };
}
