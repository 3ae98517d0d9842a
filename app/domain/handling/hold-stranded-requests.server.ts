import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { owedAssignments } from "./owed.server.ts";

/** Most requests looked at in one call; the rest follow at the next. */
const batch = 500;

/**
 * A request, or what its author answered, that has not left yet, or could not be delivered, to a mailbox that no desk has any more: somebody put
 * the address right meanwhile. The old address is tried no more, and all of it waits for the new one, as what goes to a mailbox that nobody has
 * acknowledged yet.
 *
 * @returns how many wait from now on
 */
export async function holdStrandedRequests(context: CommandContext): Promise<number> {
  const stranded = await db().$queryRaw<{ id: string }[]>`
    SELECT turn."id"::text AS "id"
      FROM "Assignment" AS turn
     WHERE turn."endedAt" IS NULL
       AND turn."heldSince" IS NULL
       AND EXISTS (
         SELECT FROM "Mail" AS mail
          WHERE mail."submissionId" = turn."submissionId"
            AND mail."template" IN ('assigned', 'replied')
            AND mail."createdAt" >= turn."assignedAt"
            AND mail."state" IN ('QUEUED', 'FAILED')
            AND NOT EXISTS (SELECT FROM "Desk" AS desk WHERE desk."mailbox" = mail."recipient")
            AND NOT EXISTS (
              SELECT FROM "Mail" AS later
               WHERE later."submissionId" = mail."submissionId"
                 AND later."template" = 'assigned'
                 AND later."createdAt" > mail."createdAt"))`;
  const owing = { AND: [owedAssignments, { heldSince: null }] };
  // what is answered keeps its failed mail for ever, and must not stand before what is owed
  const owed = await db().assignment.findMany({
    where: { ...owing, id: { in: stranded.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    take: batch,
    select: { id: true, submissionId: true },
  });
  let held = 0;
  for (const { id, submissionId } of owed) {
    held += await inTransaction(context, async (ctx) => {
      const { count } = await ctx.tx.assignment.updateMany({
        where: { ...owing, id, desk: { mailbox: { not: null } } },
        data: { heldSince: ctx.now },
      });
      await cancelMails(ctx, { submissionId, templates: ["assigned", "replied"] });
      return count;
    });
  }
  return held;
}
