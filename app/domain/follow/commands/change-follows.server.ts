import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { FollowPace } from "../follow.ts";
import { ownFollower } from "../own-follower.server.ts";

/**
 * A follower says in which language and how soon they want their news. What waits for a digest already comes with the next one of the new pace.
 *
 * @param input.paces by the id of the follow; ids of others are left out
 * @throws NOT_FOUND "followsGone"
 */
export async function changeFollows(
  context: CommandContext,
  input: { token: string; locale: Locale; paces: Record<string, FollowPace> },
): Promise<void> {
  return inTransaction(
    context,
    async (ctx) => {
      const { id } = await ownFollower(ctx.tx, input.token);
      await ctx.tx.follower.update({ where: { id }, data: { locale: input.locale }, select: { id: true } });
      const own = await ctx.tx.follow.findMany({ where: { followerId: id }, select: { id: true, pace: true } });
      const changed = own.filter((follow) => (input.paces[follow.id] ?? follow.pace) !== follow.pace);
      for (const follow of changed) {
        await ctx.tx.follow.update({
          where: { id: follow.id },
          data: { pace: input.paces[follow.id] },
          select: { id: true },
        });
      }
      await recordAudit(ctx, {
        action: "change-follows",
        subject: { type: "follow", id },
        detail: { locale: input.locale, changed: changed.length },
      });
    },
    { announced: false },
  );
}
