import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isPassword } from "../password-hash.server.ts";
import { enrolledSecret, replaceRecoveryCodes, sealTotpSecret, stepOfCode } from "../second-factor.server.ts";
import {
  completeSession,
  endSessions,
  isSecondFactorOptional,
  type NewSession,
  ownSession,
} from "../session.server.ts";
import { countSignInAttempt, forgetSignInAttempts } from "../sign-in-limits.server.ts";
import { isSessionAlive, signInStage } from "../staff.ts";

export type EnableSecondFactorInput = {
  sessionId: string;
  /** The sealed secret the page showed. */
  enrolment: string;
  /** A code of the app that has just read the secret: proof that it arrived. */
  code: string;
  /** The present password, unless this sign-in itself asked for the set-up. */
  password: string | null;
};

/**
 * Puts a second factor in force, or a new one in place of the old, with ten new recovery codes. Every other session of the account ends,
 * this one gets a new secret.
 *
 * @returns the session's new secret and the recovery codes, to be shown once
 * @throws INPUT at `code` or `password` · CONFLICT "enrolmentTooOld" · LIMIT
 */
export async function enableSecondFactor(
  context: CommandContext,
  input: EnableSecondFactorInput,
): Promise<NewSession & { recoveryCodes: string[] }> {
  if (context.actor.kind !== "staff") throw forbidden();
  const staffId = context.actor.id;
  const subject = { of: "code", name: staffId } as const;
  await countSignInAttempt([subject]);
  const done = await inTransaction(context, async (ctx) => {
    const session = await ownSession(ctx, staffId, input.sessionId);
    if (!session?.staff.isActive || !isSessionAlive(session, ctx.now)) throw forbidden();
    const stage = signInStage(session.staff, session, isSecondFactorOptional());
    if (stage === "second-factor") throw forbidden();
    if (stage === "complete" && !(await isPassword(session.staff.passwordHash, input.password ?? ""))) {
      throw inputError({ password: ["passwordWrong"] });
    }
    const secret = enrolledSecret(staffId, input.enrolment, ctx.now);
    if (secret === null) throw conflict("enrolmentTooOld");
    const step = stepOfCode(secret, input.code, ctx.now);
    if (step === null) throw inputError({ code: ["codeWrong"] });

    const isReplacement = session.staff.totpEnabledAt !== null;
    await ctx.tx.staffAccount.update({
      where: { id: staffId },
      data: {
        totpSecret: sealTotpSecret(staffId, secret),
        totpEnabledAt: ctx.now,
        totpLastStep: step,
        secondFactorPutOffAt: null,
      },
    });
    const recoveryCodes = await replaceRecoveryCodes(ctx, staffId);
    const completed = await completeSession(ctx, session, ctx.now);
    const ended = await endSessions(ctx, staffId, session.id);
    await recordAudit(ctx, {
      action: "enable-second-factor",
      subject: { type: "staff", id: staffId },
      detail: { isReplacement, endedSessions: ended },
    });
    return { ...completed, recoveryCodes };
  });
  await forgetSignInAttempts([subject]);
  return done;
}
