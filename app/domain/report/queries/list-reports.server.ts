import { isModerator, isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { reportsShown } from "../report.ts";
import type { ItemReports } from "../report-pages.ts";

const columns = {
  id: true,
  reasonLabel: true,
  words: true,
  at: true,
  revision: true,
  isRepeat: true,
  emailAddressId: true,
  outcome: true,
  explanation: true,
  byLabel: true,
  closedAt: true,
} as const;

/** What readers reported about a text, for those who look over the whole desk. The caller has made sure that they may see the text. */
export async function listReports(viewer: StaffActor, item: ItemRef, locale: Locale): Promise<ItemReports> {
  if (isStaff(viewer, "OFFICER")) return { open: [], closed: [] };
  const of = columnOf(item);
  const [open, closed] = await Promise.all([
    db().report.findMany({
      where: { ...of, closedAt: null },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: reportsShown,
      select: columns,
    }),
    db().report.findMany({
      where: { ...of, closedAt: { not: null } },
      orderBy: [{ closedAt: "desc" }, { id: "desc" }],
      take: reportsShown,
      select: columns,
    }),
  ]);
  const viewOf = (row: (typeof open)[number]) => ({
    id: row.id,
    reason: row.reasonLabel === null ? null : pick(row.reasonLabel as LocalizedText, locale),
    words: row.words,
    at: row.at.toISOString(),
    revision: row.revision,
    isRepeat: row.isRepeat,
    hasAddress: isModerator(viewer) ? row.emailAddressId !== null : null,
  });
  return {
    open: open.map(viewOf),
    closed: closed.flatMap((row) =>
      row.outcome === null || row.closedAt === null
        ? []
        : [
            {
              ...viewOf(row),
              outcome: row.outcome,
              explanation: row.explanation,
              by: row.byLabel,
              closedAt: row.closedAt.toISOString(),
            },
          ],
    ),
  };
}
