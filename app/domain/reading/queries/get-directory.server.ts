import { inOfficeOn } from "#app/domain/directory/desk-office.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";

export type DirectoryDesk = {
  slug: string;
  name: string;
  duty: string;
  phone: string;
  hours: string;
  /** Where to ask when nobody knows where to ask. */
  isFallback: boolean;
};

export type DirectoryDepartment = {
  key: string;
  name: string;
  sections: { key: string; name: string; desks: DirectoryDesk[] }[];
};

/** Departments, sections and desks that take questions today, in the city's order. Mailboxes are not public. */
export async function getDirectory(_viewer: Actor, locale: Locale): Promise<DirectoryDepartment[]> {
  const inOffice = inOfficeOn(isoDate(now()));
  const departments = await db().department.findMany({
    where: { sections: { some: { desks: { some: inOffice } } } },
    orderBy: { position: "asc" },
    select: {
      key: true,
      name: true,
      sections: {
        where: { desks: { some: inOffice } },
        orderBy: { position: "asc" },
        select: {
          key: true,
          name: true,
          desks: {
            where: inOffice,
            orderBy: { position: "asc" },
            select: { slug: true, name: true, duty: true, phone: true, hours: true, isFallback: true },
          },
        },
      },
    },
  });
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return departments.map((department) => ({
    key: department.key,
    name: say(department.name),
    sections: department.sections.map((section) => ({
      key: section.key,
      name: say(section.name),
      desks: section.desks.map((desk) => ({
        ...desk,
        name: say(desk.name),
        duty: say(desk.duty),
        hours: say(desk.hours),
      })),
    })),
  }));
}
