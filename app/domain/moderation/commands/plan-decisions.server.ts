import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { actorLabel, isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext, Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import { addRunJob } from "../add-run-job.server.ts";
import { claimedByOthers } from "../claim-item.server.ts";
import { planProblem, runLimit, type SeenItem } from "../decision-run.ts";
import { idsByType, loadManyReviewed } from "../load-reviewed.server.ts";
import type { DecisionWords } from "../moderation.schema.ts";
import { type Decision, mayDecide } from "../moderation.ts";
import { saidWords } from "../said-words.server.ts";

/**
 * A moderator decides on one text or on many; the decisions are taken once the time for second thoughts is over. Until then nothing is
 * published, nobody is mailed, and all of it can be taken back.
 *
 * A text on which the decision is impossible stands in the run as failed from the beginning. Where it is so with every one there is no run:
 * with one text the error is that of the decision itself, with more it is CONFLICT nothingToDecide.
 *
 * @param input `items`: 1 to {@link runLimit}, each once; what is not there any more is left out
 * @returns the run's id, and when it starts
 */
export async function planDecisions(
  context: CommandContext,
  input: { decision: Decision; items: SeenItem[] } & DecisionWords,
): Promise<{ runId: string; startsAt: Date }> {
  const { decision, items, reasonCode, explanation } = input;
  return inTransaction(context, async (ctx) => {
    if (!mayDecide(ctx.actor) || !isStaff(ctx.actor)) throw forbidden();
    if (items.length === 0) throw inputError({ items: ["chooseItems"] });
    if (items.length > runLimit) throw inputError({ items: ["tooManyItems"] });
    await lockItems(ctx.tx, items);
    const reviewed = await loadManyReviewed(ctx.tx, ctx.actor, items);
    const claimed = await claimedByOthers(ctx.tx, ctx.actor, items, ctx.now);
    const known = items.flatMap((item) => {
      const found = reviewed.get(item.id);
      if (found === undefined) return [];
      const problem = planProblem(ctx.actor, found, decision, item, { claimed });
      return [{ ...item, number: found.number, problem }];
    });
    const [first] = known;
    if (first === undefined) throw notFound();
    if (known.every(({ problem }) => problem !== null)) {
      throw conflict(known.length === 1 && first.problem !== null ? first.problem : "nothingToDecide");
    }

    // the words are checked as each decision will check them
    const sample = reviewed.get(first.id);
    const said = sample && (await saidWords(ctx.tx, ctx.actor, decision, sample, input));

    const { undoSeconds } = await getSettings(ctx.tx);
    const runId = randomUUID();
    const startsAt = new Date(ctx.now.getTime() + undoSeconds * 1000);
    await ctx.tx.decisionRun.create({
      data: {
        id: runId,
        decision,
        reasonCode,
        reasonLabel: said?.reason ?? undefined,
        explanation,
        replies: input.replies ?? [],
        byId: ctx.actor.id,
        byLabel: actorLabel(ctx.actor),
        plannedAt: ctx.now,
        startsAt,
        size: known.length,
        failedCount: known.filter(({ problem }) => problem !== null).length,
      },
      select: { id: true },
    });
    await ctx.tx.decisionRunItem.createMany({
      data: known.map(({ version, problem, ...item }, index) => ({
        runId,
        position: index + 1,
        ...columnOf(item),
        version,
        state: problem === null ? ("WAITING" as const) : ("FAILED" as const),
        problem,
      })),
    });
    await addRunJob(ctx.tx, { runId, runAt: startsAt });
    await recordAudit(ctx, {
      action: "plan-decisions",
      subject: { type: "decision-run", id: runId, number: known.length === 1 ? first.number : null },
      detail: { decision, reasonCode, items: known.length, startsAt: startsAt.toISOString() },
    });
    return { runId, startsAt };
  });
}

/** Of two plans for one text at the same time the second waits here, and then finds the first. Always in the order of their ids. */
async function lockItems(tx: Transaction, items: readonly SeenItem[]): Promise<void> {
  const { submission, comment } = idsByType(items);
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ANY(${submission}::uuid[]) ORDER BY "id" FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ANY(${comment}::uuid[]) ORDER BY "id" FOR UPDATE`;
}
