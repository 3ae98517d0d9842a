import { type Actor, isStaff } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";

export type DeskChoice = { id: string; label: string };

/** Open desks for a choice in a staff form, in the directory's order, named with department and section. */
export async function listDeskChoices(viewer: Actor, locale: Locale): Promise<DeskChoice[]> {
  if (!isStaff(viewer)) throw forbidden();
  const desks = await db().desk.findMany({
    where: { isActive: true },
    orderBy: [
      { section: { department: { position: "asc" } } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { id: true, name: true, section: { select: { name: true, department: { select: { name: true } } } } },
  });
  return desks.map((desk) => ({
    id: desk.id,
    label: [desk.section.department.name, desk.section.name, desk.name]
      .map((name) => pick(name as LocalizedText, locale))
      .join(locale === "en" ? " › " : " "),
  }));
}
