import { loadDirectory } from "#app/domain/directory/commands/load-directory.server.ts";
import { loadRoutingRules } from "#app/domain/directory/commands/load-routing-rules.server.ts";
import { loadGlossary } from "#app/domain/furigana/commands/load-glossary.server.ts";
import { loadOutcomes } from "#app/domain/handling/commands/load-outcomes.server.ts";
import { loadReasons } from "#app/domain/moderation/commands/load-reasons.server.ts";
import { loadPlans } from "#app/domain/plan/commands/load-plans.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { cannedReplies } from "./content/canned-replies.ts";
import { departments, routingRules } from "./content/directory.ts";
import { glossary } from "./content/glossary.ts";
import { outcomes } from "./content/outcomes.ts";
import { plans, themesPlanKey } from "./content/plan.ts";
import { reasons } from "./content/reasons.ts";
import { themes } from "./content/themes.ts";

/**
 * Loads the real plan content on the first start, all or nothing, and the glossary and the canned replies where there
 * never were any. Later starts add reasons that are new in the content and change nothing: from then on the city edits
 * it on the desk.
 *
 * @returns whether the plan was loaded.
 */
export async function seedPlan(context: CommandContext): Promise<boolean> {
  return inTransaction(context, async (ctx) => {
    // Two first starts at once load the content once.
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.seed}::bigint)`;
    await loadGlossary(ctx, glossary);
    await loadReasons(ctx, { reasons, replies: cannedReplies });
    const deskIds = await loadDirectory(ctx, departments);
    if (!deskIds) return false;
    const idOf = (ids: Map<string, string>, key: string) => {
      const id = ids.get(key);
      if (!id) throw new Error(`the plan content names ${key}, which it does not define`);
      return id;
    };
    const themeIds = await loadPlans(ctx, {
      plans,
      themesPlanKey,
      themes: themes.map(({ deskSlug, ...theme }) => ({ ...theme, deskId: idOf(deskIds, deskSlug) })),
    });
    if (themeIds) {
      await loadRoutingRules(
        ctx,
        routingRules.map(({ themeSlug, deskSlug, ...rule }) => ({
          ...rule,
          themeId: idOf(themeIds, themeSlug),
          deskId: idOf(deskIds, deskSlug),
        })),
      );
    }
    await loadOutcomes(ctx, outcomes);
    return true;
  });
}
