import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { completeSession, isSecondFactorOptional, type NewSession, ownSession } from "../session.server.ts";
import { isSessionAlive, signInStage } from "../staff.ts";

/**
 * Somebody trying the platform on their own machine puts the second factor off. Only where BASE_URL is a loopback address; every page of the
 * desk then says that it is missing, and anywhere else the account is asked to set it up at its next page.
 */
export async function putOffSecondFactor(context: CommandContext, input: { sessionId: string }): Promise<NewSession> {
  if (context.actor.kind !== "staff" || !isSecondFactorOptional()) throw forbidden();
  const staffId = context.actor.id;
  return inTransaction(context, async (ctx) => {
    const session = await ownSession(ctx, staffId, input.sessionId);
    if (!session?.staff.isActive || !isSessionAlive(session, ctx.now)) throw forbidden();
    if (signInStage(session.staff, session, true) !== "enrol") throw conflict("signInNotWaiting");
    await ctx.tx.staffAccount.update({ where: { id: staffId }, data: { secondFactorPutOffAt: ctx.now } });
    const completed = await completeSession(ctx, session, null);
    await recordAudit(ctx, { action: "put-off-second-factor", subject: { type: "staff", id: staffId } });
    return completed;
  });
}
