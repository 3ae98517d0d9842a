import {
  type ProposalRow,
  type PublishedRecord,
  proposalColumns,
  proposalRecord,
} from "#app/domain/handling/queries/published-records.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import { dateKey, type KeysetSort, keysetPage } from "#app/domain/shared/keyset.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";

const oldestFirst: KeysetSort<ProposalRow> = {
  column: "publishedAt",
  direction: "asc",
  keyOf: (row) => row.publishedAt?.toISOString() ?? "",
  ...dateKey,
};

/** Every proposal that is published, oldest first, in the words of one language; what people wrote stays as they wrote it. */
export function exportProposals(viewer: Actor, locale: Locale): AsyncGenerator<PublishedRecord[]> {
  return everyPage(async (after) => {
    const page = await keysetPage<ProposalRow>({ after, size: batchSize }, oldestFirst, ({ where, orderBy, take }) =>
      db().submission.findMany({
        where: { AND: [visibleSubmissions(viewer), publicSubmissions, ...where] },
        orderBy,
        take,
        select: proposalColumns,
      }),
    );
    return { items: page.items.map((row) => proposalRecord(row, locale)), next: page.next };
  });
}
