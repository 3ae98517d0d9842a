import { inputError } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isPassword } from "./password-hash.server.ts";
import { countSignInAttempt, forgetSignInAttempts } from "./sign-in-limits.server.ts";

/**
 * Asks a signed-in person for their password once more before something that would lock them out or let others in. Slowed like a sign-in.
 *
 * @returns the hash it was compared with, so that the change can insist on it
 * @throws INPUT "passwordWrong" at `field` · LIMIT with `minutes`
 */
export async function confirmOwnPassword(staffId: string, password: string, field: string): Promise<string> {
  const subject = { of: "code", name: `password:${staffId}` } as const;
  await countSignInAttempt([subject]);
  const account = await db().staffAccount.findUnique({ where: { id: staffId }, select: { passwordHash: true } });
  const isRight = await isPassword(account?.passwordHash, password);
  if (!isRight || !account?.passwordHash) throw inputError({ [field]: ["passwordWrong"] });
  await forgetSignInAttempts([subject]);
  return account.passwordHash;
}
