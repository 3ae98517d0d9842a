import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { deskColumns } from "./directory.schema.ts";
import type { FileRow } from "./directory-file.ts";
import type { PresentDesk, PresentDirectory } from "./directory-import.ts";

const unit = { id: true, version: true, key: true, name: true, position: true } as const;
const order = [{ position: "asc" }, { id: "asc" }] as const;

/**
 * The whole directory in its order, closed desks too.
 *
 * @param client `db()` in a query, `context.tx` in a command
 */
export async function loadPresentDirectory(
  client: Pick<Transaction, "department" | "section" | "desk">,
): Promise<PresentDirectory> {
  const departments = await client.department.findMany({ orderBy: [...order], select: unit });
  const sections = await client.section.findMany({ orderBy: [...order], select: { ...unit, departmentId: true } });
  const desks = await client.desk.findMany({
    orderBy: [{ section: { department: { position: "asc" } } }, { section: { position: "asc" } }, ...order],
    select: {
      id: true,
      version: true,
      slug: true,
      ...deskColumns,
      isActive: true,
      isFallback: true,
      successor: { select: { slug: true } },
      section: { select: { key: true, name: true, department: { select: { key: true, name: true } } } },
      themes: { take: 1, select: { id: true } },
    },
  });
  return {
    departments: departments as ((typeof departments)[number] & { name: LocalizedText })[],
    sections: sections as ((typeof sections)[number] & { name: LocalizedText })[],
    desks: desks.map(({ section: { department, ...section }, successor, themes, ...desk }) => ({
      ...desk,
      department,
      section,
      validFrom: dayOf(desk.validFrom),
      validUntil: dayOf(desk.validUntil),
      successor: successor?.slug ?? null,
      isNamedByTheme: themes.length > 0,
    })) as PresentDesk[],
  };
}

/** Stands for exactly this file and the directory as it is now, on this day. */
export function importStamp(rows: readonly FileRow[], present: PresentDirectory, today: IsoDate): string {
  return hashToken(JSON.stringify([rows, present, today]));
}
