import { enqueueMails } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import { newsPerSecond } from "#app/domain/mail/pace.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { addNewsJob, endNews, holdNews, isHeldBack } from "#app/domain/submission/add-news-job.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { findSpreading, type Spreading } from "./find-spreading.server.ts";
import { findsNews } from "./follow.ts";

/** Followers told in one transaction: a fraction of a second's work, after which mails that somebody waits for go first. */
const batch = 200;

/**
 * Tells the next followers of one entry of a timeline: those at once get their mail queued, for the others it is noted for the digest. Each
 * address is told of an entry once, by its fastest follow, whatever it follows besides; who gets a mail of their own about it as an author is
 * left out. May be repeated and run twice at the same time: the notice and the mail come into being together, and a second notice cannot.
 *
 * What is not public when this runs is told to nobody; what a moderator has hidden before anybody was told waits until it is restored.
 *
 * @returns whether there is more to do; a job for it is queued then
 */
export async function spreadNews(entryId: string, now: Date): Promise<"more" | "done"> {
  const spreading = await findSpreading(entryId);
  const searches = spreading?.searched ? await searchesThatFind(spreading.searched) : [];
  const context: CommandContext = { actor: { kind: "system", name: "news" }, now, locale: "ja" };
  return inTransaction(
    context,
    async (ctx) => {
      if (!(await holdNews(ctx.tx, entryId))) return "done";
      if (spreading === null) {
        if (!(await isHeldBack(ctx.tx, entryId))) await endNews(ctx.tx, entryId);
        return "done";
      }
      const told = await takeNext(ctx, spreading, searches);
      const atOnce = told.filter(({ pace }) => pace === "AT_ONCE");
      if (atOnce.length > 0) await mail(ctx, spreading, atOnce);
      if (told.length < batch) {
        await endNews(ctx.tx, entryId);
        return "done";
      }
      // as fast as their mails leave: queued sooner, they would only load the database while others read
      await addNewsJob(ctx.tx, entryId, new Date(now.getTime() + (1_000 * batch) / newsPerSecond));
      return "more";
    },
    { announced: false },
  );
}

/** The stored searches that find it. There are as many as different things people search for, and each is compared in memory. */
async function searchesThatFind(searched: NonNullable<Spreading["searched"]>): Promise<string[]> {
  const rows = await db().follow.findMany({
    where: { search: { not: null } },
    distinct: ["search"],
    select: { search: true },
  });
  return rows.flatMap(({ search }) => (search !== null && findsNews(search, searched) ? [search] : []));
}

type Told = {
  followerId: string;
  followId: string;
  pace: "AT_ONCE" | "DAILY" | "WEEKLY";
  address: string;
  locale: Locale;
};

/** Notes the next followers who have not been told, the fastest follow of each. */
async function takeNext(context: TxContext, spreading: Spreading, searches: string[]): Promise<Told[]> {
  const { entryId, at, submissionIds, themeId, authorIds, isSample } = spreading;
  return context.tx.$queryRaw<Told[]>`
    WITH next AS (
      SELECT DISTINCT ON (follow."followerId") follow."followerId", follow."id", follow."pace"
        FROM "Follow" AS follow
        JOIN "Follower" AS follower ON follower."id" = follow."followerId"
       WHERE (follow."submissionId" = ANY(${submissionIds}::uuid[])
              OR follow."themeId" = ${themeId}::uuid
              OR follow."search" = ANY(${searches}::text[]))
         AND follow."createdAt" <= ${at}
         AND follower."emailAddressId" <> ALL(${authorIds}::uuid[])
         AND (follow."pace" = 'AT_ONCE' OR NOT ${isSample})
         AND NOT EXISTS (
           SELECT FROM "FollowNotice" AS told
            WHERE told."followerId" = follow."followerId" AND told."timelineEntryId" = ${entryId}::uuid)
       ORDER BY follow."followerId", follow."pace", follow."submissionId" NULLS LAST, follow."id"
       LIMIT ${batch}
    ), noted AS (
      INSERT INTO "FollowNotice" ("followerId", "timelineEntryId", "followId", "createdAt")
      SELECT next."followerId", ${entryId}::uuid, next."id", ${context.now} FROM next
      ON CONFLICT DO NOTHING
      RETURNING "followerId", "followId"
    )
    SELECT noted."followerId"::text, noted."followId"::text, next."pace"::text AS "pace", address."address", follower."locale"::text AS "locale"
      FROM noted
      JOIN next ON next."id" = noted."followId"
      JOIN "Follower" AS follower ON follower."id" = noted."followerId"
      JOIN "EmailAddress" AS address ON address."id" = follower."emailAddressId"`;
}

async function mail(context: TxContext, spreading: Spreading, told: readonly Told[]): Promise<void> {
  const { entryId, kind, number } = spreading;
  const messages = told.map(({ followerId, followId, address, locale }): MailMessage => {
    const params = { followerId, stop: followId, pace: "AT_ONCE", kind, number, entryIds: [entryId], more: 0 } as const;
    return {
      template: "follow-news",
      params,
      to: address,
      recipientKind: "PERSON",
      locale,
      threadKey: number ?? undefined,
    };
  });
  const mailIds = await enqueueMails(context, messages);
  const followerIds = told.map(({ followerId }) => followerId);
  await context.tx.$executeRaw`
    UPDATE "FollowNotice" AS notice SET "mailId" = mail."id"
      FROM unnest(${followerIds}::uuid[], ${mailIds}::uuid[]) AS mail("followerId", "id")
     WHERE notice."followerId" = mail."followerId" AND notice."timelineEntryId" = ${entryId}::uuid`;
}
