import { randomUUID } from "node:crypto";
import { type Actor, actorLabel, isStaff } from "#app/domain/shared/actor.ts";
import type { Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { EscalationNote } from "./arrangement-page.ts";
import type { Reviewed } from "./load-reviewed.server.ts";
import { mayDecide } from "./moderation.ts";

/**
 * Whether somebody may decide about an item as their page showed it, asked in the order that tells an outsider least. While an item is handed to
 * the administrators, they alone decide. While a decision is planned on it, nobody decides about it otherwise: that would make the planned one
 * fail after its moderator has gone on to the next item.
 *
 * @throws forbidden for all but moderators; conflict "changedMeanwhile"; conflict "escalated"; conflict "alreadyPlanned"
 */
export function permitDecision(
  viewer: Actor,
  item: Pick<Reviewed, "version" | "isEscalated" | "decisionWaits">,
  version: number,
): void {
  if (!mayDecide(viewer)) throw forbidden();
  if (item.version !== version) throw conflict("changedMeanwhile");
  if (item.isEscalated && !isStaff(viewer, "ADMIN")) throw conflict("escalated");
  if (item.decisionWaits) throw conflict("alreadyPlanned");
}

/** Keeps that an item was handed to the administrators. */
export async function startEscalation(context: TxContext, item: ItemRef, note: string): Promise<void> {
  if (context.actor.kind !== "staff") throw forbidden();
  await context.tx.escalation.create({
    data: {
      id: randomUUID(),
      ...columnOf(item),
      note,
      byId: context.actor.id,
      byLabel: actorLabel(context.actor),
      at: context.now,
    },
    select: { id: true },
  });
}

/** The item is with the administrators no longer: one of them decided about it (no note), or gave it back with a note. Nothing if it was not. */
export async function endEscalation(context: TxContext, item: ItemRef, endNote: string | null): Promise<void> {
  await context.tx.escalation.updateMany({
    where: { ...columnOf(item), endedAt: null },
    data: { endedAt: context.now, endedByLabel: actorLabel(context.actor), endNote },
  });
}

/** Every time an item was handed to the administrators, the latest first. */
export async function listEscalations(client: Transaction, item: ItemRef): Promise<EscalationNote[]> {
  const rows = await client.escalation.findMany({
    where: columnOf(item),
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: { id: true, note: true, byLabel: true, at: true, endedAt: true, endedByLabel: true, endNote: true },
  });
  return rows.map(({ id, note, byLabel, at, endedAt, endedByLabel, endNote }) => ({
    id,
    note,
    by: byLabel,
    at: at.toISOString(),
    end: endedAt && { by: endedByLabel ?? "", at: endedAt.toISOString(), note: endNote },
  }));
}
