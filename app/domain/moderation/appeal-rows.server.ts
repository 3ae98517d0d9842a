import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { findEntry } from "#app/domain/submission/find-entry.server.ts";
import { appealState, mayDecideAppeal } from "./appeal.ts";
import type { Reviewed } from "./load-reviewed.server.ts";
import { type Decision, mayDecide } from "./moderation.ts";

/** The newest decision on an item, whether it was appealed against; null for what nobody decided on. */
export async function newestDecision(
  client: Transaction,
  item: ItemRef,
): Promise<{ id: string; decision: Decision; at: Date; hasAppeal: boolean } | null> {
  const row = await client.reviewDecision.findFirst({
    where: columnOf(item),
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, decision: true, at: true, appeal: { select: { id: true } } },
  });
  if (row === null) return null;
  const { appeal, ...decision } = row;
  return { ...decision, hasAppeal: appeal !== null };
}

/**
 * Whether somebody may decide about an appeal: the preview on the desk and the command both ask here, before the item is theirs.
 *
 * @throws FORBIDDEN for whoever may not decide what is published, or "appealParty" for who has a part in the decision; NOT_FOUND for an appeal of
 *   another item, CONFLICT "appealClosed" for one that waits no longer
 */
export async function permitAppealDecision(
  client: Transaction,
  viewer: Actor,
  item: Reviewed,
  appealId: string,
): Promise<void> {
  if (!mayDecide(viewer)) throw forbidden();
  const row = await client.appeal.findFirst({
    where: { id: appealId, ...columnOf(item) },
    select: { outcome: true, closedAt: true, decision: { select: { byId: true } } },
  });
  if (row === null) throw notFound();
  if (appealState(row, item.review) !== "open") throw conflict("appealClosed");
  const parties = { deciderId: row.decision.byId, entererId: await entererOf(item) };
  if (!mayDecideAppeal(viewer, parties)) throw forbidden("appealParty");
}

/** The account that typed an item in; null for what its author sent. */
export async function entererOf({ type, id }: ItemRef): Promise<string | null> {
  if (type === "comment") return null;
  return (await findEntry(id))?.byId ?? null;
}

/** Closes what waits on an item without an outcome: another decision has settled what it was about. */
export async function settleAppeals(context: TxContext, item: ItemRef): Promise<void> {
  await context.tx.appeal.updateMany({
    where: { ...columnOf(item), closedAt: null },
    data: { closedAt: context.now },
  });
}
