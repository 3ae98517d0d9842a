import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { publishedCounts, trustColumns, trustEntryOf } from "../find-sender.server.ts";
import { mayTrust, type TrustEntry } from "../trust.ts";

/** Most entries on the page; a city trusts a few dozen. */
const mostShown = 500;

/** Whom the office trusts, those trusted last first, without their addresses: a list of them is nobody's to read. */
export async function listTrusted(viewer: Actor): Promise<(TrustEntry & { published: number })[]> {
  if (!mayTrust(viewer)) throw forbidden();
  const rows = await db().trustedAddress.findMany({
    where: { revokedAt: null },
    orderBy: [{ trustedAt: "desc" }, { id: "desc" }],
    take: mostShown,
    select: { ...trustColumns, emailAddress: { select: { _count: publishedCounts } } },
  });
  return rows.map(({ emailAddress: { _count: counts }, ...row }) => ({
    ...trustEntryOf(row),
    published: counts.submissions + counts.comments,
  }));
}
