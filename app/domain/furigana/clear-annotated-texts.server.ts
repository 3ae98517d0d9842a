import { db } from "#app/platform/database/client.server.ts";

/** How long readings are kept, in days. Texts that are still read are then read anew. */
const daysKept = 90;

/** Removes readings stored more than 90 days ago: of texts that are gone, and of words that were read otherwise. @returns how many */
export async function clearAnnotatedTexts(now: Date): Promise<number> {
  const { count } = await db().annotatedText.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - daysKept * 24 * 60 * 60_000) } },
  });
  return count;
}
