import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { WaitingReports } from "../report-pages.ts";

/** The reports of these texts that wait. */
export async function countWaitingReports(items: readonly ItemRef[]): Promise<WaitingReports> {
  const ids = items.map(({ id }) => id);
  const waits = { closedAt: null, OR: [{ submissionId: { in: ids } }, { commentId: { in: ids } }] };
  const reports = await db().report.count({ where: waits });
  if (reports === 0) return { reports, told: 0 };
  // of one text, each address is told once
  const told = await db().report.findMany({
    where: { ...waits, emailAddress: { confirmedAt: { not: null } } },
    distinct: ["submissionId", "commentId", "emailAddressId"],
    select: { id: true },
  });
  return { reports, told: told.length };
}
