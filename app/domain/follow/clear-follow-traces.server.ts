import { addDays } from "date-fns/addDays";
import { deleteMailFiles } from "#app/domain/mail/delete-mail-files.server.ts";
import { removeOldMails } from "#app/domain/mail/remove-mails-to.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { forgetRequestedAddresses } from "./forget-follower.server.ts";

/** How long it is kept what somebody was told of, and the mail that told it, in days. */
const newsKeptDays = 90;

/** Rows cleared in one run; the rest follow at the next. */
const batch = 5_000;

/**
 * Clears away requests whose time is over, with the addresses that nobody confirmed and that are used for nothing else, and what was told long
 * ago.
 *
 * @returns how many requests and news were cleared
 */
export async function clearFollowTraces(now: Date): Promise<{ requests: number; news: number }> {
  const context: CommandContext = { actor: { kind: "system", name: "news" }, now, locale: "ja" };
  const { emlFiles, ...cleared } = await inTransaction(
    context,
    async (ctx) => {
      const over = await ctx.tx.followRequest.findMany({
        where: { expiresAt: { lt: now } },
        orderBy: { expiresAt: "asc" },
        take: batch,
        select: { id: true, emailAddressId: true },
      });
      await ctx.tx.followRequest.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } });
      const still = await ctx.tx.followRequest.findMany({
        where: { emailAddressId: { in: over.map(({ emailAddressId }) => emailAddressId) } },
        select: { emailAddressId: true },
      });
      const waiting = new Set(still.map(({ emailAddressId }) => emailAddressId));
      const addresses = [...new Set(over.map(({ emailAddressId }) => emailAddressId))];
      const removed = await forgetRequestedAddresses(
        ctx,
        addresses.filter((id) => !waiting.has(id)),
      );
      const before = addDays(now, -newsKeptDays);
      const news = await ctx.tx.followNotice.deleteMany({
        where: { mailId: { not: null }, createdAt: { lt: before } },
      });
      const old = await removeOldMails(ctx, { template: "follow-news", before, atMost: batch });
      return { requests: over.length, news: news.count, emlFiles: [...removed.emlFiles, ...old.emlFiles] };
    },
    { announced: false, timeout: 60_000 },
  );
  await deleteMailFiles(emlFiles);
  return cleared;
}
