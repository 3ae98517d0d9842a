import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type AuditFilter, mayReadAudit } from "../audit-log.ts";

export type AuditRow = {
  id: string;
  at: string;
  actorKind: string;
  actorLabel: string;
  action: string;
  subjectType: string;
  subjectId: string;
  subjectNumber: string | null;
  /** JSON text of codes, ids and states. */
  detail: string;
};

/** The newest seal: how many entries there are and the hash that stands for all of them. */
export type AuditHead = { count: number; hash: string };

const pageSize = 50;
const dayLength = 24 * 60 * 60 * 1000;

/** The log, newest first, narrowed and paged by the entries' own sequence. Days are days in Tokyo, both inclusive. */
export async function listAuditEntries(
  viewer: Actor,
  filter: AuditFilter,
): Promise<{ items: AuditRow[]; next: string | null; head: AuditHead | null }> {
  if (!mayReadAudit(viewer)) throw forbidden();
  const head = await db().auditSeal.findFirst({
    orderBy: { position: "desc" },
    select: { position: true, hash: true },
  });
  const rows = await db().auditEntry.findMany({
    where: {
      ...(filter.after ? { id: { lt: BigInt(filter.after) } } : {}),
      ...(filter.action ? { action: filter.action } : {}),
      ...(filter.subject ? { subjectType: filter.subject } : {}),
      ...(filter.actor ? { actorKind: filter.actor } : {}),
      ...(filter.number ? { subjectNumber: filter.number } : {}),
      at: {
        ...(filter.from ? { gte: startOfDayTokyo(filter.from) } : {}),
        ...(filter.to ? { lt: new Date(startOfDayTokyo(filter.to).getTime() + dayLength) } : {}),
      },
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: {
      id: true,
      at: true,
      actorKind: true,
      actorLabel: true,
      action: true,
      subjectType: true,
      subjectId: true,
      subjectNumber: true,
      detail: true,
    },
  });
  const items = rows.slice(0, pageSize).map((row) => ({
    ...row,
    id: row.id.toString(),
    at: row.at.toISOString(),
    detail: JSON.stringify(row.detail),
  }));
  return {
    items,
    next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
    head: head && { count: Number(head.position), hash: head.hash },
  };
}
