import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
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
  /** Its place in the chain; null for one that was put in without a seal. */
  seal: { position: number; hash: string } | null;
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
  return {
    ...(await auditPage(filter, filter.after ?? null, pageSize)),
    head: head && { count: Number(head.position), hash: head.hash },
  };
}

/** Entries with a smaller id than `after`, newest first, for somebody who may read the log. */
export async function auditPage(
  filter: AuditFilter,
  after: string | null,
  size: number,
): Promise<{ items: AuditRow[]; next: string | null }> {
  const rows = await db().auditEntry.findMany({
    where: { AND: [matching(filter), after === null ? {} : { id: { lt: BigInt(after) } }] },
    orderBy: { id: "desc" },
    take: size + 1,
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
      seal: { select: { position: true, hash: true } },
    },
  });
  const items = rows.slice(0, size).map(({ seal, ...row }) => ({
    ...row,
    id: row.id.toString(),
    at: row.at.toISOString(),
    detail: JSON.stringify(row.detail),
    seal: seal && { position: Number(seal.position), hash: seal.hash },
  }));
  return { items, next: rows.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** The filter as a condition; where a page starts is none of it. */
export function matching(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.subject ? { subjectType: filter.subject } : {}),
    ...(filter.actor ? { actorKind: filter.actor } : {}),
    ...(filter.number ? { subjectNumber: filter.number } : {}),
    at: {
      ...(filter.from ? { gte: startOfDayTokyo(filter.from) } : {}),
      ...(filter.to ? { lt: new Date(startOfDayTokyo(filter.to).getTime() + dayLength) } : {}),
    },
  };
}
