import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { flagKinds, type LinkShape } from "#app/domain/flag/flag.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { type PublishedRecord, publishedRecords } from "#app/domain/handling/queries/published-records.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import type { PersonalDataKind } from "#app/domain/shared/personal-data.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { idsByType } from "../load-reviewed.server.ts";
import type { QueueFilter, QueueRecord } from "../queue.ts";
import { queueItems, queuePlaces } from "./queue-items.server.ts";

type Asked = PageRequest & { locale: Locale; now: Date };

/** A page of a heap for use in the city hall: each row with its texts, what it was flagged for, and what was decided last. */
export async function queueRecords(viewer: StaffActor, filter: QueueFilter, asked: Asked): Promise<Page<QueueRecord>> {
  const page = await queueItems(viewer, filter, asked);
  const parts = await loadParts(viewer, idsByType(page.items), asked.locale);
  const items = page.items.flatMap((row) => {
    const of = parts.get(row.id);
    return of ? [{ ...row, ...of }] : [];
  });
  return { ...page, items };
}

/** A page of a heap as everybody may read it; what is not public is left out, so a page may be short or empty. */
export async function queuePublished(
  viewer: StaffActor,
  filter: QueueFilter,
  { locale, ...asked }: Asked,
): Promise<Page<PublishedRecord>> {
  const page = await queuePlaces(viewer, filter, asked);
  const records = await publishedRecords(idsByType(page.items), locale);
  return { ...page, items: page.items.flatMap(({ id }) => records.get(id) ?? []) };
}

const textColumns = { body: true, displayName: true } as const;

const historyColumns = {
  flags: { select: { kind: true, reason: true, count: true } },
  decisions: { orderBy: { at: "desc" }, take: 1, select: { decision: true, reasonLabel: true, at: true } },
} as const;

type Parts = Pick<QueueRecord, "texts" | "flags" | "decision">;
type History = Prisma.CommentGetPayload<{ select: typeof historyColumns }>;

/** Contact data and what companies told in confidence are kept in tables of their own, which are not read here. */
async function loadParts(
  viewer: StaffActor,
  { submission, comment }: Record<"submission" | "comment", string[]>,
  locale: Locale,
): Promise<Map<string, Parts>> {
  const [submissions, comments] = await Promise.all([
    db().submission.findMany({
      where: { AND: [deskSubmissions(viewer), { id: { in: submission } }] },
      select: {
        id: true,
        ...textColumns,
        expectedEffect: true,
        area: true,
        organizationName: true,
        ...historyColumns,
      },
    }),
    db().comment.findMany({
      where: { AND: [visibleComments(viewer), { id: { in: comment } }] },
      select: { id: true, ...textColumns, ...historyColumns },
    }),
  ]);
  return new Map([
    ...submissions.map(
      ({ id, flags, decisions, ...texts }) => [id, { texts, ...historyOf({ flags, decisions }, locale) }] as const,
    ),
    ...comments.map(
      ({ id, flags, decisions, ...texts }) =>
        [
          id,
          {
            texts: { ...texts, expectedEffect: null, area: null, organizationName: null },
            ...historyOf({ flags, decisions }, locale),
          },
        ] as const,
    ),
  ]);
}

function historyOf({ flags, decisions: [last] }: History, locale: Locale): Omit<Parts, "texts"> {
  return {
    // what was found in several places is said once
    flags: flagKinds.flatMap((kind) => {
      const found = flags.filter((flag) => flag.kind === kind);
      return found
        .filter(({ reason }, index) => found.findIndex((other) => other.reason === reason) === index)
        .map(({ reason, count }) => ({ kind, reason: reason as LinkShape | PersonalDataKind | null, count }));
    }),
    decision: last
      ? {
          decision: last.decision,
          reason: last.reasonLabel === null ? null : pick(last.reasonLabel as LocalizedText, locale),
          at: last.at.toISOString(),
        }
      : null,
  };
}
