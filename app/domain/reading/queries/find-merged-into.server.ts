import type { Actor } from "#app/domain/shared/actor.ts";
import {
  mergedInPublic,
  publicSubmissions,
  visibleSubmissions,
} from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { db } from "#app/platform/database/client.server.ts";

/**
 * Where a proposal can be read that was public until it was merged into another one.
 *
 * @param number a receipt number, also as somebody might type it
 * @returns the receipt number of the other one while that is public; null for every other number
 */
export async function findMergedInto(viewer: Actor, number: string): Promise<string | null> {
  const asked = parseReceiptNumber(number);
  if (asked === null) return null;
  const row = await db().submission.findFirst({
    where: { number: asked, ...mergedInPublic, mergedInto: { AND: [visibleSubmissions(viewer), publicSubmissions] } },
    select: { mergedInto: { select: { number: true } } },
  });
  return row?.mergedInto?.number ?? null;
}
