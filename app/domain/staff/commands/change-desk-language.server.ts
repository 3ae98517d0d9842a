import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

/** The language in which somebody reads the desk and its mails. */
export async function changeDeskLanguage(context: CommandContext, input: { locale: "ja" | "en" }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff") throw forbidden();
    await ctx.tx.staffAccount.update({ where: { id: ctx.actor.id }, data: { locale: input.locale } });
    await recordAudit(ctx, {
      action: "change-desk-language",
      subject: { type: "staff", id: ctx.actor.id },
      detail: { locale: input.locale },
    });
  });
}
