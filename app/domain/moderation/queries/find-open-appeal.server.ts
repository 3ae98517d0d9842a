import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type AppealParties, appealState, mayDecideAppeal } from "../appeal.ts";
import type { OpenAppeal } from "../appeal-pages.ts";
import { entererOf } from "../appeal-rows.server.ts";
import { mayDecide } from "../moderation.ts";

/** The appeal on an item that waits to be decided, and what part the viewer has in it. The caller has made sure that they may see the item. */
export async function findOpenAppeal(
  viewer: StaffActor,
  item: ItemRef & { review: ReviewState; isEscalated: boolean },
  now: Date,
): Promise<OpenAppeal | null> {
  const row = await db().appeal.findFirst({
    where: { ...columnOf(item), closedAt: null },
    select: {
      id: true,
      words: true,
      filedAt: true,
      dueOn: true,
      outcome: true,
      closedAt: true,
      decision: { select: { byId: true, byLabel: true } },
    },
  });
  if (row === null || appealState(row, item.review) !== "open") return null;
  const dueOn = dayOf(row.dueOn);
  return {
    id: row.id,
    words: row.words,
    filedAt: row.filedAt.toISOString(),
    dueOn,
    late: isLate(dueOn, isoDate(now)),
    decidedBy: row.decision.byLabel,
    viewer: await partOf(viewer, item, { deciderId: row.decision.byId, entererId: await entererOf(item) }),
  };
}

async function partOf(
  viewer: StaffActor,
  { isEscalated }: { isEscalated: boolean },
  parties: AppealParties,
): Promise<OpenAppeal["viewer"]> {
  if (mayDecideAppeal(viewer, parties)) return isEscalated && !isStaff(viewer, "ADMIN") ? "escalated" : "decides";
  if (!mayDecide(viewer)) return "reads";
  const other = await db().staffAccount.findFirst({
    where: {
      isActive: true,
      role: { in: ["MODERATOR", "ADMIN"] },
      id: { notIn: [parties.deciderId, parties.entererId].filter((id) => id !== null) },
    },
    select: { id: true },
  });
  return other === null ? "nobodyLeft" : "isParty";
}
