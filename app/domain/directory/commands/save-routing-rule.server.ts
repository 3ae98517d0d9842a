import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { RoutingRuleInput, SavedRow } from "../directory.schema.ts";
import { mayEditDirectory } from "../directory.ts";

/** Adds or changes a rule that proposes a desk for what arrives; it holds for what is looked at from now on. @returns its id */
export async function saveRoutingRule(
  context: CommandContext,
  row: SavedRow,
  input: RoutingRuleInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const desk = await ctx.tx.desk.findFirst({ where: { id: input.deskId, isActive: true }, select: { id: true } });
    if (!desk) throw inputError({ deskId: ["deskNotOpen"] });
    if (input.themeId !== null) {
      const theme = await ctx.tx.theme.findUnique({ where: { id: input.themeId }, select: { id: true } });
      if (!theme) throw inputError({ themeId: ["choose"] });
    }
    if (input.questionId !== null) {
      const question = await ctx.tx.question.findUnique({
        where: { id: input.questionId },
        select: { themeId: true },
      });
      if (!question) throw inputError({ questionId: ["choose"] });
      // such a rule would never take anything
      if (input.themeId !== null && input.themeId !== question.themeId)
        throw inputError({ questionId: ["questionOfOtherTheme"] });
    }
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.routingRule.create({ data: { id, ...input } });
      await recordAudit(ctx, {
        action: "save-routing-rule",
        subject: { type: "routing-rule", id },
        detail: { created: input },
      });
      return id;
    }
    const before = await ctx.tx.routingRule.findUnique({
      where: { id: row.id },
      select: {
        position: true,
        themeId: true,
        kind: true,
        questionId: true,
        areas: true,
        words: true,
        deskId: true,
        note: true,
        isActive: true,
      },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.routingRule.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-routing-rule",
      subject: { type: "routing-rule", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}
