import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadDirectory } from "../directory.ts";

export type EndingDesk = {
  id: string;
  name: string;
  successor: string;
  /** Null: it was closed by hand. */
  validUntil: IsoDate | null;
  /** What it was given and has not answered. */
  openItems: number;
};

/** Desks that end or have ended and that another one takes over from, in the order in which they end: what there is to hand over. */
export async function listEndingDesks(viewer: Actor, locale: Locale): Promise<EndingDesk[]> {
  if (!mayReadDirectory(viewer)) throw forbidden();
  const desks = await db().desk.findMany({
    where: { successorId: { not: null }, OR: [{ validUntil: { not: null } }, { isActive: false }] },
    orderBy: [{ validUntil: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      validUntil: true,
      successor: { select: { name: true } },
      _count: { select: { assignments: { where: { endedAt: null } } } },
    },
  });
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  return desks.map(({ id, name, validUntil, successor, _count }) => ({
    id,
    name: words(name),
    successor: words(successor?.name),
    validUntil: dayOf(validUntil),
    openItems: _count.assignments,
  }));
}
