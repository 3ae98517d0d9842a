import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";
import type { Contact } from "../review-page.ts";

/** Shows a moderator the address that one reader gave with a report, and writes down that it was shown. */
export async function viewReporter(
  context: CommandContext,
  input: { item: ItemRef; report: string },
): Promise<Pick<Contact, "email" | "emailConfirmed">> {
  return inTransaction(context, async (ctx) => {
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    if (!mayDecide(ctx.actor)) throw forbidden();
    const report = await ctx.tx.report.findFirst({
      where: { id: input.report, ...columnOf(item) },
      select: { id: true, emailAddress: { select: { address: true, confirmedAt: true } } },
    });
    if (report === null) throw notFound();
    await recordAudit(ctx, {
      action: "view-reporter",
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { report: report.id },
    });
    return {
      email: report.emailAddress?.address ?? null,
      emailConfirmed: Boolean(report.emailAddress?.confirmedAt),
    };
  });
}
