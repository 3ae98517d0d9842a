import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { Decision } from "../moderation.ts";

export type ReasonContent = {
  readonly key: string;
  readonly position: number;
  readonly label: LocalizedText;
  readonly guideline: LocalizedText;
  readonly decisions: readonly Decision[];
};

export type CannedReplyContent = {
  readonly decision: Decision;
  readonly reasonKey: string | null;
  readonly title: string;
  readonly text: LocalizedText;
};

/**
 * Loads the reasons that are not there yet, also into a database that was there before them, and the first canned replies where there are none.
 * Neither can be deleted, so what the city took out of use does not come back, and what is there keeps the city's own wording.
 */
export async function loadReasons(
  context: CommandContext,
  { reasons, replies }: { reasons: readonly ReasonContent[]; replies: readonly CannedReplyContent[] },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const { count } = await ctx.tx.reason.createMany({
      data: reasons.map(({ decisions, ...reason }) => ({ ...reason, decisions: [...decisions], changedAt: ctx.now })),
      skipDuplicates: true,
    });
    const first = (await ctx.tx.cannedReply.count()) === 0 ? replies : [];
    if (count + first.length === 0) return;
    const rows = first.map((reply) => ({ id: randomUUID(), ...reply }));
    await ctx.tx.cannedReply.createMany({ data: rows.map((row) => ({ ...row, changedAt: ctx.now })) });
    await ctx.tx.cannedReplyVersion.createMany({
      data: rows.map(({ id, ...row }) => ({
        replyId: id,
        version: 1,
        ...row,
        isActive: true,
        byLabel: "",
        at: ctx.now,
      })),
    });
    await recordAudit(ctx, {
      action: "load-reasons",
      subject: { type: "reason", id: "all" },
      detail: { reasons: count, replies: rows.length },
    });
  });
}
