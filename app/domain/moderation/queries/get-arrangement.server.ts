import type { StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type ArrangedFacts, type ArrangementAct, canMerge, canMoveTheme } from "../arrangement.ts";
import type { Arrangement } from "../arrangement-page.ts";
import { mayDecide } from "../moderation.ts";

/** What else can be done with an item that the caller may see, and what its forms offer; null for those who decide nothing. */
export async function getArrangement(
  viewer: StaffActor,
  item: ArrangedFacts & { themeId: string | null },
  locale: Locale,
): Promise<Arrangement | null> {
  if (!mayDecide(viewer)) return null;
  const acts: ArrangementAct[] = [];
  if (canMoveTheme(item)) acts.push("move");
  if (canMerge(item)) acts.push("merge");
  if (item.review === "MERGED") acts.push("separate");
  return { acts, themes: acts.includes("move") ? await openThemes(item.themeId, locale) : [] };
}

/** Every theme of a plan that goes on, but the one it has. */
async function openThemes(except: string | null, locale: Locale): Promise<Arrangement["themes"]> {
  const themes = await db().theme.findMany({
    where: { plan: { participation: "OPEN" }, ...(except === null ? {} : { id: { not: except } }) },
    orderBy: [{ plan: { position: "asc" } }, { position: "asc" }],
    select: { id: true, numeral: true, title: true },
  });
  return themes.map(({ id, numeral, title }) => ({
    value: id,
    label: `${numeral} ${pick(title as LocalizedText, locale)}`,
  }));
}
