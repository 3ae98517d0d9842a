import { z } from "zod";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { typedDate } from "#app/domain/shared/japanese-date.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type DirectoryDesk, getDirectoryPage } from "./get-directory-page.server.ts";

export type DeskForm = {
  /** Null: a new one. */
  desk: DirectoryDesk | null;
  initial: Record<string, string>;
  sections: { value: string; label: string }[];
  /** Desks that can take over from it. */
  successors: { value: string; label: string }[];
  /** The latest changes, newest first. */
  changes: DeskChange[];
};

/** One change of a desk. `fields`: what it changed, by name; what the fields held stands in the audit log. */
export type DeskChange = { id: string; at: string; by: string; action: string; fields: string[]; note: string };

/** Changes shown on the form; the audit log has all. */
const shownChanges = 20;

/** A desk (or a new one, `id` null) as the form that changes it opens. */
export async function getDeskForm(viewer: Actor, id: string | null, locale: Locale): Promise<DeskForm> {
  const departments = await getDirectoryPage(viewer);
  const sections = departments.flatMap((department) => department.sections.map((section) => ({ department, section })));
  const desk = sections.flatMap(({ section }) => section.desks).find((row) => row.id === id) ?? null;
  if (id !== null && desk === null) throw notFound();
  const day = (value: string | null | undefined) => (value ? typedDate(value, locale) : "");
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
      validFrom: day(desk?.validFrom),
      validUntil: day(desk?.validUntil),
      successorId: desk?.successorId ?? "",
    },
    sections: sections.map(({ department, section }) => ({
      value: section.id,
      label: `${pick(department.name, locale)} ${pick(section.name, locale)}`,
    })),
    successors: sections.flatMap(({ section }) =>
      section.desks
        .filter((row) => row.id !== id && (row.isActive || row.id === desk?.successorId))
        .map((row) => ({ value: row.id, label: `${pick(section.name, locale)} ${pick(row.name, locale)}` })),
    ),
    changes: id === null ? [] : await changesOf(id),
  };
}

async function changesOf(subjectId: string): Promise<DeskChange[]> {
  const rows = await db().auditEntry.findMany({
    where: { subjectType: "desk", subjectId, action: { not: "remind-desk" } },
    orderBy: { id: "desc" },
    take: shownChanges,
    select: { id: true, at: true, actorLabel: true, action: true, detail: true },
  });
  return rows.map(({ id, at, actorLabel, action, detail }) => {
    const { changed, mailboxChanged, note } = changeSchema.parse(detail);
    const fields = [...Object.keys(changed), ...(mailboxChanged ? ["mailbox"] : [])].map((field) =>
      field === "sectionId" ? "section" : field === "successorId" ? "successor" : field,
    );
    return { id: String(id), at: at.toISOString(), by: actorLabel, action, fields, note };
  });
}

/** What `save-desk` leaves in the log; other acts leave none of it. */
const changeSchema = z.object({
  changed: z.record(z.string(), z.unknown()).catch({}),
  mailboxChanged: z.boolean().catch(false),
  note: z.string().catch(""),
});
