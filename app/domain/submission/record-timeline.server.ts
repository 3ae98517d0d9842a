import { randomUUID } from "node:crypto";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import type { ItemColumn } from "#app/domain/shared/item-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { addNewsJob } from "./add-news-job.server.ts";
import { isNews, type TimelineEvent } from "./timeline.ts";

/**
 * Notes what happened to a submission or comment, for people to read. `PUBLIC` entries are shown wherever the item is;
 * `AUTHOR` entries on the tracking page alone, together with their `note` (an explanation, a question, the reason of a delay). What is news
 * is told to followers later, by a job.
 */
export async function recordTimeline(
  context: TxContext,
  entry: ItemColumn & {
    event: TimelineEvent;
    audience: "PUBLIC" | "AUTHOR";
    deskId?: string | null;
    dueOn?: IsoDate | null;
    note?: string | null;
  },
): Promise<void> {
  const id = randomUUID();
  const newsWaits = isNews(entry.event, entry.audience);
  await context.tx.timelineEntry.create({
    data: {
      id,
      submissionId: entry.submissionId ?? null,
      commentId: entry.commentId ?? null,
      at: context.now,
      event: entry.event,
      audience: entry.audience,
      deskId: entry.deskId ?? null,
      dueOn: dateColumn(entry.dueOn ?? null),
      note: entry.note ?? null,
      newsWaits,
    },
    select: { id: true },
  });
  if (newsWaits) await addNewsJob(context.tx, id);
}

/** What everybody could have read of a submission so far is for its author alone from now on, but for its arrival: it happened in private. */
export async function closeTimeline(context: TxContext, submissionId: string): Promise<void> {
  await context.tx.timelineEntry.updateMany({
    where: { submissionId, audience: "PUBLIC", event: { not: "RECEIVED" } },
    data: { audience: "AUTHOR" },
  });
}
