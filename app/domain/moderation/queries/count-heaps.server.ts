import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { liesWithSql } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countLimit, type Queue, type QueueView, viewsFor } from "../queue.ts";
import { commentsIn, type HeapFacts, heapFacts, submissionsIn } from "./heaps.server.ts";

/**
 * How many items each heap has that the viewer is shown, up to {@link countLimit}: in one statement, because a heap takes the database less
 * time than a statement does.
 */
export async function countHeaps(viewer: StaffActor, now: Date): Promise<Queue["counts"]> {
  const views = viewsFor(viewer);
  const facts = await heapFacts(viewer, views, now);
  const counted = views.map((view) => Prisma.sql`${heapCount(viewer, view, facts)} AS ${Prisma.raw(`"${view}"`)}`);
  const [counts] = await db().$queryRaw<Record<QueueView, number>[]>`SELECT ${Prisma.join(counted)}`;
  return counts ?? {};
}

/** How many items the heap has that the viewer is shown, up to {@link countLimit}, as a value of a statement. */
export function heapCount(viewer: StaffActor, view: QueueView, facts: HeapFacts): Prisma.Sql {
  const isOfficer = isStaff(viewer, "OFFICER");
  // the same as `deskSubmissions` and `deskComments` say of lists
  const mine = isOfficer ? liesWithSql(viewer.deskIds) : Prisma.sql`true`;
  const comments = isOfficer ? null : commentsIn(viewer, view, facts);
  const parts = [firstOf("Submission", Prisma.sql`${mine} AND ${submissionsIn(viewer, view, facts).sql}`, view)];
  if (comments !== null) parts.push(firstOf("Comment", comments.sql, view));
  return Prisma.sql`least(${Prisma.join(parts, " + ")}, ${Prisma.raw(String(countLimit))})::int`;
}

/** Few, and found by what another table or the address of the page says of them. In any order they are found sooner. */
const foundElsewhere: readonly QueueView[] = ["drafted", "escalated", "mail"];

/**
 * How many of the table's items hold the condition, counted until there are enough. In the order of the heap: in any other, or in none, the
 * database would read all of it to find the first hundred.
 */
function firstOf(table: "Submission" | "Comment", condition: Prisma.Sql, view: QueueView): Prisma.Sql {
  const order = foundElsewhere.includes(view) ? Prisma.empty : Prisma.sql`ORDER BY "queuePlace", id`;
  return Prisma.sql`(SELECT count(*) FROM (
    SELECT FROM ${Prisma.raw(`"${table}"`)} WHERE ${condition} ${order} LIMIT ${Prisma.raw(String(countLimit))}) AS first)`;
}
