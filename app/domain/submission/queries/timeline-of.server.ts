import { dayOf } from "#app/domain/shared/date-column.ts";
import type { ItemColumn } from "#app/domain/shared/item-column.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { TimelineItemView } from "../submission-pages.ts";
import type { TimelineAudience } from "../timeline.ts";

/** What happened to a submission or comment, oldest first, as one audience may read it. The caller has made sure that they may see the item. */
export async function timelineOf(
  item: ItemColumn,
  audiences: TimelineAudience[],
  locale: Locale,
): Promise<TimelineItemView[]> {
  const entries = await db().timelineEntry.findMany({
    where: { ...item, audience: { in: audiences } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, at: true, event: true, dueOn: true, note: true, desk: { select: { name: true } } },
  });
  return entries.map(({ at, desk, dueOn, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    desk: desk && pick(desk.name as LocalizedText, locale),
    dueOn: dayOf(dueOn),
  }));
}
