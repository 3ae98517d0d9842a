import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

export type OutcomeContent = {
  key: string;
  position: number;
  label: LocalizedText;
  meaning: LocalizedText;
  needsReferral: boolean;
};

/** Loads the outcomes (反映区分) that are not there yet; those there keep the city's own wording. */
export async function loadOutcomes(context: CommandContext, outcomes: readonly OutcomeContent[]): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const { count } = await ctx.tx.outcome.createMany({ data: [...outcomes], skipDuplicates: true });
    if (count === 0) return;
    await recordAudit(ctx, {
      action: "load-outcomes",
      subject: { type: "outcome", id: "all" },
      detail: { outcomes: count },
    });
  });
}
