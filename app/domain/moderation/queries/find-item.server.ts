import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";

/** The item with a receipt number, if this member of staff works with it or may see it; else NOT_FOUND. */
export async function findItem(viewer: StaffActor, type: ItemRef["type"], number: string): Promise<ItemRef> {
  const found =
    type === "submission"
      ? await db().submission.findFirst({ where: { AND: [deskSubmissions(viewer), { number }] }, select: { id: true } })
      : await db().comment.findFirst({ where: { AND: [visibleComments(viewer), { number }] }, select: { id: true } });
  if (found === null) throw notFound();
  return { type, id: found.id };
}
