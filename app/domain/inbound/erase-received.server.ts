import { subDays } from "date-fns/subDays";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";

/** Messages erased in one transaction; the rest follow at once. */
const batch = 500;

/**
 * Erases what received messages say once the city's days of keeping them are over: the message as it came, its text, subject, sender and the names
 * of its files. The row stays, so that a message that comes again is still known, and so that it can be seen that something came and what became
 * of it; the draft made of it is a record of its own and stays too.
 *
 * The days begin when a message has been dealt with, and when no desk has the request in hand any more that it is about, or its author took it
 * back. What waits for a moderator is never erased.
 *
 * @returns how many were erased
 */
export async function eraseReceived(now: Date): Promise<number> {
  const { receivedMailDays } = await getSettings(db());
  const before = subDays(now, receivedMailDays);
  let erased = 0;
  for (;;) {
    const count = await erasePart(now, before);
    erased += count;
    if (count < batch) return erased;
  }
}

async function erasePart(now: Date, before: Date): Promise<number> {
  const context: CommandContext = { actor: { kind: "system", name: "mail" }, now, locale: "ja" };
  return inTransaction(
    context,
    async (ctx) => {
      const over = await ctx.tx.$queryRaw<{ id: string }[]>`
        SELECT message."id"::text AS "id"
          FROM "InboundMessage" AS message
         WHERE message."erasedAt" IS NULL
           AND message."state" IN ('TAKEN', 'BOUNCED', 'IGNORED')
           AND coalesce(message."settledAt", message."receivedAt") < ${before}
           AND NOT EXISTS (
             SELECT FROM "Assignment" AS turn
               JOIN "Submission" AS submission ON submission."id" = turn."submissionId"
              WHERE turn."submissionId" = message."submissionId"
                AND CASE
                    WHEN turn."endedAt" IS NOT NULL THEN turn."endedAt" >= ${before}
                    WHEN submission."review" = 'WITHDRAWN' THEN submission."changedAt" >= ${before}
                    ELSE true END)
         ORDER BY message."receivedAt", message."id"
         LIMIT ${batch}
           FOR UPDATE OF message SKIP LOCKED`;
      if (over.length === 0) return 0;
      const { count } = await ctx.tx.inboundMessage.updateMany({
        where: { id: { in: over.map(({ id }) => id) } },
        data: {
          raw: null,
          text: "",
          own: "",
          subjectLine: "",
          sender: null,
          messageId: null,
          files: [],
          erasedAt: now,
          version: { increment: 1 },
        },
      });
      await recordAudit(ctx, {
        action: "erase-received-mail",
        subject: { type: "received-mail", id: "all" },
        detail: { count, before: before.toISOString() },
      });
      return count;
    },
    { announced: false, timeout: 60_000 },
  );
}
