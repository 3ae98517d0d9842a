import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isInOffice, officeColumns } from "#app/domain/directory/desk-office.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { ThemeInput } from "../plan-editing.schema.ts";
import { mayEditPlan } from "../plan-editing.ts";

/** Changes what a theme's page says and which picture it has, and which desk it names. Its address and numeral stay. */
export async function changeTheme(context: CommandContext, input: ThemeInput & { id: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditPlan(ctx.actor)) throw forbidden();
    const { id, version, ...changes } = input;
    const before = await ctx.tx.theme.findUnique({
      where: { id },
      select: {
        title: true,
        lead: true,
        body: true,
        illustration: true,
        isFeatured: true,
        deskId: true,
      },
    });
    if (!before) throw notFound();
    // Held until the end, so that the desk is not closed meanwhile.
    await ctx.tx.$queryRaw`SELECT 1 FROM "Desk" WHERE "id" = ${changes.deskId}::uuid FOR SHARE`;
    const desk = await ctx.tx.desk.findUnique({ where: { id: changes.deskId }, select: officeColumns });
    if (desk === null || !isInOffice(desk, isoDate(ctx.now))) throw inputError({ deskId: ["deskNotOpen"] });
    const { count } = await ctx.tx.theme.updateMany({
      where: { id, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "change-theme",
      subject: { type: "theme", id },
      detail: { changed: changedFields<Record<string, unknown>>(before, changes) },
    });
  });
}
