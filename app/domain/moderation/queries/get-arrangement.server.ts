import type { OpenDesk } from "#app/domain/directory/queries/list-open-desks.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { kindAfter } from "#app/domain/submission/submission.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import {
  type ArrangedFacts,
  type ArrangementAct,
  canEscalate,
  canMerge,
  canMoveTheme,
  canSplit,
} from "../arrangement.ts";
import type { Arrangement, Choice } from "../arrangement-page.ts";
import { mayDecide } from "../moderation.ts";

/**
 * What else can be done with an item that the caller may see, and what its forms offer; null for those who decide nothing.
 *
 * @param desks those work can be given to; a comment is never given to one
 */
export async function getArrangement(
  viewer: StaffActor,
  item: ArrangedFacts & { themeId: string | null; isEscalated: boolean; appealWaits: boolean },
  { desks, locale }: { desks: readonly OpenDesk[]; locale: Locale },
): Promise<Arrangement | null> {
  if (!mayDecide(viewer)) return null;
  const isAdministrator = isStaff(viewer, "ADMIN");
  if (item.isEscalated && !isAdministrator) return { acts: [], themes: [], kind: null };
  const acts: ArrangementAct[] = [];
  if (canMoveTheme(item)) acts.push("move");
  if (canMerge(item)) acts.push("merge");
  if (item.review === "MERGED") acts.push("separate");
  if (canSplit(item)) acts.push("split");
  const after =
    item.kind === "COMMENT" || item.appealWaits ? null : kindAfter({ kind: item.kind, review: item.review });
  if (after !== null) acts.push("kind");
  if (item.isEscalated) acts.push("give-back");
  else if (canEscalate(item)) acts.push("escalate");
  return {
    acts,
    themes: acts.includes("move") ? await openThemes(item.themeId, locale) : [],
    kind: after && { after, choices: await placesFor(after, desks, locale) },
  };
}

/** Where something could go that becomes this kind. */
async function placesFor(kind: "IDEA" | "INQUIRY", desks: readonly OpenDesk[], locale: Locale): Promise<Choice[]> {
  if (kind === "IDEA") return openThemes(null, locale, { acceptsIdeas: true });
  const between = locale === "en" ? ", " : " ";
  return desks.map(({ id, section, name }) => ({ value: id, label: `${section}${between}${name}` }));
}

/** Every theme of a plan that goes on, but the one it has. */
async function openThemes(
  except: string | null,
  locale: Locale,
  more: { acceptsIdeas?: true } = {},
): Promise<Choice[]> {
  const themes = await referenceData().theme.findMany({
    where: { plan: { participation: "OPEN" }, ...more, ...(except === null ? {} : { id: { not: except } }) },
    orderBy: [{ plan: { position: "asc" } }, { position: "asc" }],
    select: { id: true, numeral: true, title: true },
  });
  return themes.map(({ id, numeral, title }) => ({
    value: id,
    label: `${numeral} ${pick(title as LocalizedText, locale)}`,
  }));
}
