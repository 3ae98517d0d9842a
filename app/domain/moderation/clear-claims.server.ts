import { claimsRunOutBefore } from "#app/domain/shared/claim-time.ts";
import { db } from "#app/platform/database/client.server.ts";

/** Removes claims that ran out: who looked at what is nobody's business for longer than it helps. @returns how many */
export async function clearClaims(now: Date): Promise<number> {
  const { count } = await db().claim.deleteMany({ where: { lookedAt: { lte: claimsRunOutBefore(now) } } });
  return count;
}
