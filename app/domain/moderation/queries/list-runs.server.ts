import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type RunList, type RunRow, runState } from "../decision-run.ts";
import { mayDecide } from "../moderation.ts";

/** What every list and page of runs reads of one. */
export const runColumns = {
  id: true,
  decision: true,
  byId: true,
  byLabel: true,
  plannedAt: true,
  startsAt: true,
  startedAt: true,
  cancelledAt: true,
  finishedAt: true,
  size: true,
  doneCount: true,
  failedCount: true,
} as const;

/** The runs of a list. */
export function runsIn(list: RunList): Prisma.DecisionRunWhereInput {
  switch (list) {
    case "several":
      return { size: { gt: 1 } };
    case "failed":
      return { failedCount: { gt: 0 } };
    case "all":
      return {};
  }
}

/** Decisions as they were planned, newest first. */
export async function listRuns(viewer: StaffActor, list: RunList, request: PageRequest): Promise<Page<RunRow>> {
  if (!mayDecide(viewer)) throw forbidden();
  const page = await keysetPage(
    request,
    {
      column: "plannedAt",
      direction: "desc",
      keyOf: (row: { id: string; plannedAt: Date }) => row.plannedAt.toISOString(),
      parse: dateKey.parse,
    },
    ({ where, orderBy, take }) =>
      db().decisionRun.findMany({
        where: { AND: [runsIn(list), ...where] },
        orderBy,
        take,
        select: {
          ...runColumns,
          items: {
            orderBy: { position: "asc" },
            take: 1,
            select: { submission: { select: { number: true } }, comment: { select: { number: true } } },
          },
        },
      }),
  );
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      decision: row.decision,
      state: runState(row),
      by: row.byLabel,
      plannedAt: row.plannedAt.toISOString(),
      size: row.size,
      doneCount: row.doneCount,
      failedCount: row.failedCount,
      number: row.size === 1 ? ((row.items[0]?.submission ?? row.items[0]?.comment)?.number ?? null) : null,
    })),
  };
}
