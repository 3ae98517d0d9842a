import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import { db } from "#app/platform/database/client.server.ts";
import { publishedCounts, trustColumns, trustEntryOf } from "../find-sender.server.ts";
import { mayTrust, type TrustEntry } from "../trust.ts";

/** One of those the office trusts, and how much of theirs is public. */
export type TrustedRow = TrustEntry & { published: number };

/** Whom the office trusts, those trusted last first, without their addresses: a list of them is nobody's to read. `count`: of all pages. */
export async function listTrusted(viewer: Actor, request: PageRequest): Promise<Page<TrustedRow> & { count: number }> {
  if (!mayTrust(viewer)) throw forbidden();
  const trusted = { revokedAt: null };
  const [page, count] = await Promise.all([
    keysetPage(
      request,
      {
        column: "trustedAt",
        direction: "desc",
        keyOf: (row: { id: string; trustedAt: Date }) => row.trustedAt.toISOString(),
        parse: dateKey.parse,
      },
      ({ where, orderBy, take }) =>
        db().trustedAddress.findMany({
          where: { AND: [trusted, ...where] },
          orderBy,
          take,
          select: { ...trustColumns, emailAddress: { select: { _count: publishedCounts } } },
        }),
    ),
    db().trustedAddress.count({ where: trusted }),
  ]);
  return {
    ...page,
    items: page.items.map(({ emailAddress: { _count: counts }, ...row }) => ({
      ...trustEntryOf(row),
      published: counts.submissions + counts.comments,
    })),
    count,
  };
}
