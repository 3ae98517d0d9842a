import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { accountColumns, actingAs, isSecondFactorOptional, type NewSession, openSession } from "../session.server.ts";
import { needsSecondFactor } from "../staff.ts";

/**
 * Signs in to a sample account with its single-use link, the second factor put off. Refused, like a link that never was, unless BASE_URL is a
 * loopback address and the account a sample.
 */
export async function signInByLink(
  context: CommandContext,
  input: { token: string; userAgent: string | null },
): Promise<NewSession> {
  if (!isSecondFactorOptional()) throw notFound("signInLinkNotFound");
  return inTransaction(context, async (ctx) => {
    const tokenHash = hashToken(input.token);
    const link = await ctx.tx.signInLink.findUnique({
      where: { tokenHash },
      select: { id: true, staff: { select: accountColumns } },
    });
    if (!link?.staff.isSample || !link.staff.isActive) throw notFound("signInLinkNotFound");
    const { count } = await ctx.tx.signInLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: ctx.now } },
      data: { usedAt: ctx.now },
    });
    if (count === 0) throw notFound("signInLinkNotFound");
    const { staff } = link;
    const secondFactorPutOffAt =
      needsSecondFactor(staff.role) && !staff.totpEnabledAt ? ctx.now : staff.secondFactorPutOffAt;
    await ctx.tx.staffAccount.update({ where: { id: staff.id }, data: { secondFactorPutOffAt } });
    const opened = await openSession(ctx, { ...staff, secondFactorPutOffAt }, input.userAgent);
    await recordAudit(actingAs(ctx, staff), {
      action: "sign-in-by-link",
      subject: { type: "staff", id: staff.id },
      detail: { sessionId: opened.sessionId },
    });
    return { token: opened.token, expiresAt: opened.expiresAt, stage: opened.stage };
  });
}
