import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { Decision } from "../moderation.ts";
import { mayReadReasons } from "../reasons.ts";

export type ReasonRow = {
  key: string;
  position: number;
  label: LocalizedText;
  guideline: LocalizedText;
  decisions: Decision[];
  isActive: boolean;
  version: number;
};

const columns = {
  key: true,
  position: true,
  label: true,
  guideline: true,
  decisions: true,
  isActive: true,
  version: true,
} as const;

/** Every reason there is or was, for those who look over the desk: those in use first, in the city's order. */
export async function listReasons(viewer: Actor): Promise<ReasonRow[]> {
  if (!mayReadReasons(viewer)) throw forbidden();
  const rows = await db().reason.findMany({
    orderBy: [{ isActive: "desc" }, { position: "asc" }, { key: "asc" }],
    select: columns,
  });
  return rows as ReasonRow[];
}

/** One reason, for its form. */
export async function findReason(viewer: Actor, key: string): Promise<ReasonRow> {
  if (!mayReadReasons(viewer)) throw forbidden();
  const row = await db().reason.findUnique({ where: { key }, select: columns });
  if (!row) throw notFound();
  return row as ReasonRow;
}
