import { clearClaims } from "#app/domain/moderation/clear-claims.server.ts";
import { now } from "#app/platform/clock.ts";

/** Removes claims on items that ran out. */
export async function clearClaimsJob(): Promise<void> {
  await clearClaims(now());
}
