import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { deleteMailFiles } from "#app/domain/mail/delete-mail-files.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { forgetFollowerRows } from "../forget-follower.server.ts";
import { findFollower } from "../own-follower.server.ts";
import { followsToStop } from "../stop.ts";

/**
 * A follower ends one follow, all of one pace, or all. With the last one everything that is kept of them goes. What is over already is no
 * error: mail programs ask more than once.
 *
 * @param input.what the id of a follow, "daily", "weekly" or "all"
 * @returns how many are left
 */
export async function stopFollowing(
  context: CommandContext,
  input: { token: string; what: string },
): Promise<{ left: number }> {
  const { left, emlFiles } = await inTransaction(
    context,
    async (ctx) => {
      const follower = await findFollower(ctx.tx, input.token);
      if (follower === null) return { left: 0, emlFiles: [] };
      const own = await ctx.tx.follow.findMany({
        where: { followerId: follower.id },
        select: { id: true, pace: true },
      });
      const ending = followsToStop(own, input.what);
      const left = own.length - ending.length;
      if (ending.length === 0) return { left, emlFiles: [] };
      await ctx.tx.follow.deleteMany({ where: { id: { in: ending.map(({ id }) => id) } } });
      const { emlFiles } = left === 0 ? await forgetFollowerRows(ctx, follower) : { emlFiles: [] };
      await recordAudit(ctx, {
        action: "stop-following",
        subject: { type: "follow", id: follower.id },
        detail: { ended: ending.length, left },
      });
      return { left, emlFiles };
    },
    { announced: false },
  );
  await deleteMailFiles(emlFiles);
  return { left };
}
