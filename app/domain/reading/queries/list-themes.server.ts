import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";

/** A theme as the list of themes shows it, with what its counters say. */
export type ThemeCard = {
  slug: string;
  numeral: string;
  title: string;
  lead: string;
  isFeatured: boolean;
  /** The name of its picture. */
  illustration: string;
  proposalCount: number;
  answeredCount: number;
  commentCount: number;
};

/** Every theme of every plan, in the plans' and the city's order. Themes are the city's own words: all of them are public. */
export async function listThemes(_viewer: Actor, locale: Locale): Promise<ThemeCard[]> {
  const rows = await db().theme.findMany({
    orderBy: [{ plan: { position: "asc" } }, { position: "asc" }],
    select: {
      slug: true,
      numeral: true,
      title: true,
      lead: true,
      isFeatured: true,
      illustration: true,
      proposalCount: true,
      answeredCount: true,
      commentCount: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    title: pick(row.title as LocalizedText, locale),
    lead: pick(row.lead as LocalizedText, locale),
  }));
}
