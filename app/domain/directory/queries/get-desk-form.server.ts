import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { type DirectoryDesk, getDirectoryPage } from "./get-directory-page.server.ts";

export type DeskForm = {
  /** Null: a new one. */
  desk: DirectoryDesk | null;
  initial: Record<string, string>;
  sections: { value: string; label: string }[];
};

/** A desk (or a new one, `id` null) as the form that changes it opens. */
export async function getDeskForm(viewer: Actor, id: string | null, locale: Locale): Promise<DeskForm> {
  const departments = await getDirectoryPage(viewer);
  const sections = departments.flatMap((department) => department.sections.map((section) => ({ department, section })));
  const desk = sections.flatMap(({ section }) => section.desks).find((row) => row.id === id) ?? null;
  if (id !== null && desk === null) throw notFound();
  return {
    desk,
    initial: {
      sectionId: desk?.sectionId ?? "",
      ...localizedValues("name", desk?.name ?? {}),
      ...localizedValues("duty", desk?.duty ?? {}),
      ...localizedValues("hours", desk?.hours ?? {}),
      phone: desk?.phone ?? "",
      mailbox: desk?.mailbox ?? "",
      position: String(desk?.position ?? 0),
    },
    sections: sections.map(({ department, section }) => ({
      value: section.id,
      label: `${pick(department.name, locale)} ${pick(section.name, locale)}`,
    })),
  };
}
