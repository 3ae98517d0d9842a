import { db } from "#app/platform/database/client.server.ts";
import { type PublicFigures, publicFiguresSchema } from "../figures.ts";

/** The numbers with the time they were counted at (ISO 8601). */
export type ShownFigures = PublicFigures & { computedAt: string };

/**
 * The numbers as they were last counted: one row, nothing is counted while somebody waits. Null before the first count, and where an older
 * version of the product left numbers of another form: the page then says nothing about them.
 */
export async function getPublicFigures(): Promise<ShownFigures | null> {
  const row = await db().publicFigures.findUnique({
    where: { id: 1 },
    select: { figures: true, computedAt: true },
  });
  const figures = publicFiguresSchema.safeParse(row?.figures);
  return row && figures.success ? { ...figures.data, computedAt: row.computedAt.toISOString() } : null;
}
