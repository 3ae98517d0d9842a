import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isPassword } from "../password-hash.server.ts";
import { accountColumns, actingAs, type NewSession, openSession } from "../session.server.ts";
import { countSignInAttempt, forgetSignInAttempts, type SignInSubject } from "../sign-in-limits.server.ts";

export type SignInInput = {
  email: string;
  password: string;
  /** Address of the client as far as limits count it (IPv6: its /64). */
  network: string;
  userAgent: string | null;
};

/**
 * Checks address and password and opens a session: complete, or waiting for the second factor. Unknown addresses, accounts without password
 * and accounts that were switched off answer like a wrong password and take as long. Attempts are slowed per account and per network.
 *
 * @throws INPUT "signInRefused" at `form` · LIMIT with `minutes`
 */
export async function signIn(context: CommandContext, input: SignInInput): Promise<NewSession> {
  const email = input.email.normalize("NFKC").trim().toLowerCase();
  const subjects: SignInSubject[] = [
    { of: "account", name: email },
    { of: "network", name: input.network },
  ];
  await countSignInAttempt(subjects);
  const account = await db().staffAccount.findUnique({ where: { email }, select: accountColumns });
  const isRight = await isPassword(account?.passwordHash, input.password);

  const session = await inTransaction(context, async (ctx) => {
    // Read again under lock: the account may have been switched off, or its password changed, while the password was checked.
    const [present] =
      isRight && account
        ? await ctx.tx.$queryRaw<{ isActive: boolean; passwordHash: string | null }[]>`
      SELECT "isActive", "passwordHash" FROM "StaffAccount" WHERE "id" = ${account.id}::uuid FOR UPDATE`
        : [];
    if (!account || !present?.isActive || present.passwordHash !== account.passwordHash) {
      await recordAudit(ctx, {
        action: "refuse-sign-in",
        subject: { type: "staff", id: account?.id ?? "unknown" },
        detail: { step: "password" },
      });
      return null;
    }
    const opened = await openSession(ctx, account, input.userAgent);
    await recordAudit(actingAs(ctx, account), {
      action: "sign-in",
      subject: { type: "staff", id: account.id },
      detail: { sessionId: opened.sessionId, stage: opened.stage },
    });
    return { token: opened.token, expiresAt: opened.expiresAt, stage: opened.stage };
  });
  if (!session) throw inputError({ form: ["signInRefused"] });
  await forgetSignInAttempts(subjects);
  return session;
}
