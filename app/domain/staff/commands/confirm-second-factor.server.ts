import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { openTotpSecret, stepOfCode, takeRecoveryCode, takeStep } from "../second-factor.server.ts";
import { completeSession, type NewSession, ownSession } from "../session.server.ts";
import { countSignInAttempt, forgetSignInAttempts } from "../sign-in-limits.server.ts";
import { isSessionAlive } from "../staff.ts";

/**
 * The second step of a sign-in: a code from the authenticator app (each works once) or a recovery code. The session gets a new secret.
 *
 * @throws INPUT "codeWrong" at `code` · LIMIT with `minutes` · CONFLICT when the session is not waiting for one
 */
export async function confirmSecondFactor(
  context: CommandContext,
  input: { sessionId: string; code: string },
): Promise<NewSession & { recoveryCodesLeft: number | null }> {
  if (context.actor.kind !== "staff") throw forbidden();
  const staffId = context.actor.id;
  const subject = { of: "code", name: staffId } as const;
  await countSignInAttempt([subject]);
  const done = await inTransaction(context, async (ctx) => {
    const session = await ownSession(ctx, staffId, input.sessionId);
    const isWaiting = session && isSessionAlive(session, ctx.now) && session.staff.isActive && !session.secondFactorAt;
    if (!isWaiting || !session.staff.totpSecret || !session.staff.totpEnabledAt) throw conflict("signInNotWaiting");
    const step = stepOfCode(openTotpSecret(staffId, session.staff.totpSecret), input.code, ctx.now);
    const isApp = step !== null && (await takeStep(ctx, staffId, step));
    const isRecovery = !isApp && (await takeRecoveryCode(ctx, staffId, input.code));
    if (!isApp && !isRecovery) {
      await recordAudit(ctx, {
        action: "refuse-sign-in",
        subject: { type: "staff", id: staffId },
        detail: { step: "second-factor", usedBefore: step !== null },
      });
      return null;
    }
    const completed = await completeSession(ctx, session, ctx.now);
    const recoveryCodesLeft = isRecovery ? await ctx.tx.recoveryCode.count({ where: { staffId, usedAt: null } }) : null;
    await recordAudit(ctx, {
      action: "confirm-second-factor",
      subject: { type: "staff", id: staffId },
      detail: { sessionId: session.id, by: isApp ? "app" : "recovery-code" },
    });
    return { ...completed, recoveryCodesLeft };
  });
  if (!done) throw inputError({ code: ["codeWrong"] });
  await forgetSignInAttempts([subject]);
  return done;
}
