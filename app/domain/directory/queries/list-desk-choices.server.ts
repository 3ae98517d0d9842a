import { type Actor, isStaff } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { listOpenDesks } from "./list-open-desks.server.ts";

export type DeskChoice = { id: string; label: string };

/**
 * Desks for a choice in a staff form, in the directory's order, named with department and section.
 *
 * @param alsoOutside for what is prepared before a desk's first day, as accounts and rules are ({@link listOpenDesks})
 */
export async function listDeskChoices(
  viewer: Actor,
  locale: Locale,
  which: { alsoOutside?: boolean } = {},
): Promise<DeskChoice[]> {
  if (!isStaff(viewer)) throw forbidden();
  const desks = await listOpenDesks(viewer, locale, which);
  return desks.map(({ id, department, section, name }) => ({
    id,
    label: [department, section, name].join(locale === "en" ? " › " : " "),
  }));
}
