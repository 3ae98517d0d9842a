import type { Actor } from "#app/domain/shared/actor.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { inOfficeOn } from "../desk-office.ts";

export type OpenDesk = {
  id: string;
  slug: string;
  department: string;
  section: string;
  name: string;
  hasMailbox: boolean;
};

/**
 * The desks work can be given to today, in the order of the directory. The directory is public, so every viewer gets the same.
 *
 * @param alsoOutside also desks whose first day is to come or whose last one is over; those that were closed by hand are never among them
 */
export async function listOpenDesks(
  _viewer: Actor,
  locale: Locale,
  { alsoOutside = false }: { alsoOutside?: boolean } = {},
): Promise<OpenDesk[]> {
  const desks = await referenceData().desk.findMany({
    where: alsoOutside ? { isActive: true } : inOfficeOn(isoDate(now())),
    orderBy: [
      { section: { department: { position: "asc" } } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: {
      id: true,
      slug: true,
      name: true,
      mailbox: true,
      section: { select: { name: true, department: { select: { name: true } } } },
    },
  });
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  return desks.map(({ id, slug, name, mailbox, section }) => ({
    id,
    slug,
    department: words(section.department.name),
    section: words(section.name),
    name: words(name),
    hasMailbox: mailbox !== null,
  }));
}
