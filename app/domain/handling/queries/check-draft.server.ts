import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { checkOutcome } from "../check-outcome.server.ts";

/** Checks a draft before it is shown for confirmation, as handing it in checks it again. Says nothing about any submission. */
export async function checkDraft(
  _viewer: Actor,
  draft: { outcomeKey: string; referral: string | null },
): Promise<void> {
  await checkOutcome(db(), draft);
}
