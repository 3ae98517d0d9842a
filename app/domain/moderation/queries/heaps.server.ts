import { listHeldRequests } from "#app/domain/handling/queries/list-held-requests.server.ts";
import { listUndelivered, type Undelivered } from "#app/domain/mail/queries/list-undelivered.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { QueueView } from "../queue.ts";
import { placeBefore } from "../queue-place.ts";

/** What heaps are made by, beside the items themselves. */
export type HeapFacts = { today: IsoDate; undelivered: Undelivered };

/** The facts that these heaps are made by. */
export async function heapFacts(viewer: StaffActor, views: readonly QueueView[], now: Date): Promise<HeapFacts> {
  if (!views.includes("mail")) return { today: isoDate(now), undelivered: { submissionIds: [], commentIds: [] } };
  const { submissionIds, commentIds } = await listUndelivered(viewer, now);
  const held = await listHeldRequests(viewer);
  return { today: isoDate(now), undelivered: { submissionIds: [...submissionIds, ...held], commentIds } };
}

/**
 * One condition, said twice: `where` to find the items of a list, `sql` to count all heaps in one statement. A test holds them to each other
 * over every state there is (`count-heaps.server.test.ts`).
 */
type Condition<Where> = { where: Where; sql: Prisma.Sql };

/** The heap as a condition on submissions. */
export function submissionsIn(
  viewer: StaffActor,
  view: QueueView,
  { today, undelivered }: HeapFacts,
): Condition<Prisma.SubmissionWhereInput> {
  switch (view) {
    case "pending":
    case "revised":
      return isStaff(viewer, "MODERATOR") ? notHandedOver(alike[view], "submissionId") : alike[view];
    case "unread":
    case "appeals":
    case "all":
      return alike[view];
    case "mail":
      return withIds(undelivered.submissionIds);
    case "reported":
      // the moderators' business: an officer is not told what was reported, not even of what lies with their desk
      return isStaff(viewer, "OFFICER") ? withIds([]) : alike.reported;
    case "assign":
      return {
        where: { handling: "NEW", review: { in: ["PUBLISHED", "NOT_PUBLIC"] } },
        sql: Prisma.sql`handling = 'NEW' AND review IN ('PUBLISHED', 'NOT_PUBLIC')`,
      };
    case "drafted":
      return {
        where: { review: { notIn: ["WITHDRAWN", "MERGED"] }, answers: { some: { state: "DRAFT" } } },
        sql: Prisma.sql`review NOT IN ('WITHDRAWN', 'MERGED') AND id IN (SELECT "submissionId" FROM "Answer" WHERE state = 'DRAFT')`,
      };
    case "overdue":
      return {
        where: {
          queuePlace: { lt: placeBefore(today) },
          OR: [
            { review: "PENDING" },
            { review: { notIn: ["WITHDRAWN", "MERGED", "RETURNED"] }, handling: { not: "ANSWERED" } },
            { appealDueOn: { lt: dateColumn(today) } },
          ],
        },
        sql: Prisma.sql`"queuePlace" < ${placeBefore(today)}::bigint AND (
          review = 'PENDING' OR (review NOT IN ('WITHDRAWN', 'MERGED', 'RETURNED') AND handling <> 'ANSWERED') OR "appealDueOn" < ${today}::date)`,
      };
    case "inquiries":
      return {
        where: { review: "NOT_PUBLIC", handling: "NEW" },
        sql: Prisma.sql`review = 'NOT_PUBLIC' AND handling = 'NEW'`,
      };
    case "working":
      return {
        where: { handling: { in: ["ASSIGNED", "DRAFTED"] }, review: { notIn: ["WITHDRAWN", "MERGED"] } },
        sql: Prisma.sql`handling IN ('ASSIGNED', 'DRAFTED') AND review NOT IN ('WITHDRAWN', 'MERGED')`,
      };
    case "escalated":
      return {
        where: { escalations: { some: { endedAt: null } } },
        sql: Prisma.sql`id IN (SELECT "submissionId" FROM "Escalation" WHERE "endedAt" IS NULL)`,
      };
  }
}

/** The heap as a condition on comments; null where comments have no place. */
export function commentsIn(
  viewer: StaffActor,
  view: QueueView,
  { today, undelivered }: HeapFacts,
): Condition<Prisma.CommentWhereInput> | null {
  switch (view) {
    case "pending":
    case "revised":
      return isStaff(viewer, "MODERATOR") ? notHandedOver(alike[view], "commentId") : alike[view];
    case "unread":
    case "appeals":
    case "all":
      return alike[view];
    case "mail":
      return withIds(undelivered.commentIds);
    case "reported":
      return alike.reported;
    case "overdue":
      return {
        where: {
          queuePlace: { lt: placeBefore(today) },
          OR: [{ review: "PENDING" }, { awaitsLook: true }, { appealDueOn: { lt: dateColumn(today) } }],
        },
        sql: Prisma.sql`"queuePlace" < ${placeBefore(today)}::bigint AND (review = 'PENDING' OR "awaitsLook" OR "appealDueOn" < ${today}::date)`,
      };
    case "escalated":
      return {
        where: { escalations: { some: { endedAt: null } } },
        sql: Prisma.sql`id IN (SELECT "commentId" FROM "Escalation" WHERE "endedAt" IS NULL)`,
      };
    case "assign":
    case "drafted":
    case "inquiries":
    case "working":
      return null;
  }
}

/** What was handed to the administrators waits for them, in a heap of its own. */
function notHandedOver<Where extends object>({ where, sql }: Condition<Where>, column: "submissionId" | "commentId") {
  const handedOver = Prisma.raw(
    `SELECT "${column}" FROM "Escalation" WHERE "endedAt" IS NULL AND "${column}" IS NOT NULL`,
  );
  return {
    where: { ...where, escalations: { none: { endedAt: null } } },
    sql: Prisma.sql`${sql} AND id NOT IN (${handedOver})`,
  };
}

/** Conditions on what submissions and comments have alike. */
const alike = {
  pending: { where: { review: "PENDING" }, sql: Prisma.sql`review = 'PENDING'` },
  revised: { where: { review: "PENDING", revision: { gt: 1 } }, sql: Prisma.sql`review = 'PENDING' AND revision > 1` },
  unread: { where: { awaitsLook: true }, sql: Prisma.sql`"awaitsLook"` },
  reported: { where: { reportedAt: { not: null } }, sql: Prisma.sql`"reportedAt" IS NOT NULL` },
  appeals: { where: { appealDueOn: { not: null } }, sql: Prisma.sql`"appealDueOn" IS NOT NULL` },
  all: { where: {}, sql: Prisma.sql`true` },
} satisfies Record<string, Condition<Prisma.SubmissionWhereInput & Prisma.CommentWhereInput>>;

const withIds = (ids: string[]) => ({ where: { id: { in: ids } }, sql: Prisma.sql`id = ANY(${ids}::uuid[])` });
