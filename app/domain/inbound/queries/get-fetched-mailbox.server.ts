import { mayCheckDelivery } from "#app/domain/mail/delivery-checks.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { env } from "#app/platform/env.ts";
import { type FetchedMailbox, longestUnlooked } from "../fetched-mailbox.ts";
import { readProgress } from "../mailbox-progress.server.ts";

/**
 * How fetching replies from the mailbox goes; null where none is set.
 *
 * @throws forbidden for anybody but administrators
 */
export async function getFetchedMailbox(viewer: Actor, now: Date): Promise<FetchedMailbox | null> {
  if (!mayCheckDelivery(viewer)) throw forbidden();
  const { IMAP_URL } = env();
  if (!IMAP_URL) return null;
  const { lookedAt, retries } = await readProgress(IMAP_URL.name);
  return {
    name: IMAP_URL.name,
    lookedAt: lookedAt?.toISOString() ?? null,
    isLate: lookedAt === null || now.getTime() - lookedAt.getTime() > longestUnlooked,
    retries,
  };
}
