import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { HandlingState } from "#app/domain/submission/submission.ts";
import { hashToken } from "#app/platform/crypto.ts";

/** What a desk would give away. */
export type HandedOver = {
  id: string;
  number: string;
  title: string;
  handling: HandlingState;
  dueOn: IsoDate | null;
  version: number;
};

/** What a desk has not answered: what it was given, and inquiries that were sent to it and that nobody has yet. By receipt. */
export async function listHandedOver(client: Pick<Transaction, "submission">, deskId: string): Promise<HandedOver[]> {
  const rows = await client.submission.findMany({
    where: {
      review: { notIn: ["WITHDRAWN", "MERGED"] },
      OR: [
        { handling: { in: ["ASSIGNED", "DRAFTED"] }, assignments: { some: { deskId, endedAt: null } } },
        { handling: "NEW", handlingDeskId: null, inquiryDeskId: deskId },
      ],
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, number: true, title: true, handling: true, dueOn: true, version: true },
  });
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dayOf(dueOn) }));
}

/** Stands for exactly these items as they are now. */
export function stampOf(items: readonly Pick<HandedOver, "id" | "version">[]): string {
  return hashToken(items.map(({ id, version }) => `${id}:${version}`).join());
}
