import { z } from "zod";
import { localizedFields, localizedFrom, localizedValues } from "#app/domain/shared/localized-fields.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { type DeskValues, deskFields, deskFrom, endsInTime, endsTooEarly, slugSchema } from "./directory.schema.ts";
import { directoryLimits } from "./directory.ts";

/** The columns of the directory as a file, in the order in which they are written. One row a desk. */
export const fileColumns = [
  "departmentKey",
  "departmentName.ja",
  "departmentName.easy",
  "departmentName.en",
  "sectionKey",
  "sectionName.ja",
  "sectionName.easy",
  "sectionName.en",
  "slug",
  "name.ja",
  "name.easy",
  "name.en",
  "duty.ja",
  "duty.easy",
  "duty.en",
  "phone",
  "hours.ja",
  "hours.easy",
  "hours.en",
  "mailbox",
  "position",
  "validFrom",
  "validUntil",
  "successor",
  "isActive",
] as const;

export type FileColumn = (typeof fileColumns)[number];
export type FileCells = Record<FileColumn, string>;

/** Rows a file may have: several times the desks of a city of this size. */
export const mostFileRows = 500;

/** A row as it stands in the file; `line` as spreadsheets number rows, the header being 1. */
export type FileRow = { line: number; cells: FileCells };

/** A desk as a row of the file says it. Departments, sections and the successor go by their keys and addresses, never by ids. */
export type FileDesk = DeskValues & {
  department: { key: string; name: LocalizedText };
  section: { key: string; name: LocalizedText };
  slug: string;
  successor: string | null;
  isActive: boolean;
};

/** A desk as its row. {@link fileRowSchema} reads it back as the same desk. */
export function fileCells(desk: FileDesk): FileCells {
  return {
    departmentKey: desk.department.key,
    ...localizedValues("departmentName", desk.department.name),
    sectionKey: desk.section.key,
    ...localizedValues("sectionName", desk.section.name),
    slug: desk.slug,
    ...localizedValues("name", desk.name),
    ...localizedValues("duty", desk.duty),
    phone: desk.phone,
    ...localizedValues("hours", desk.hours),
    mailbox: desk.mailbox ?? "",
    position: String(desk.position),
    validFrom: desk.validFrom ?? "",
    validUntil: desk.validUntil ?? "",
    successor: desk.successor ?? "",
    isActive: desk.isActive ? "1" : "0",
  } as FileCells;
}

/** Reads a row as strictly as the desk's own form does. */
export const fileRowSchema = z
  .object({
    departmentKey: slugSchema,
    ...localizedFields("departmentName", directoryLimits.name),
    sectionKey: slugSchema,
    ...localizedFields("sectionName", directoryLimits.name),
    slug: slugSchema,
    ...deskFields,
    successor: z.union([z.literal("").transform(() => null), slugSchema], { error: "slug" }),
    isActive: z
      .string()
      .transform((typed) => typed.normalize("NFKC").trim())
      .pipe(z.enum(["1", "0"], { error: "oneOrZero" }).transform((value) => value === "1")),
  })
  .refine(endsInTime, endsTooEarly)
  .transform(
    (values): FileDesk => ({
      department: { key: values.departmentKey, name: localizedFrom(values, "departmentName") },
      section: { key: values.sectionKey, name: localizedFrom(values, "sectionName") },
      slug: values.slug,
      ...deskFrom(values),
      successor: values.successor,
      isActive: values.isActive,
    }),
  );

/** The longest text of a column, for the words about one that is too long. */
export function fileLimit(column: FileColumn): number {
  if (column.startsWith("duty.")) return directoryLimits.duty;
  return column.startsWith("hours.") ? directoryLimits.hours : directoryLimits.name;
}
