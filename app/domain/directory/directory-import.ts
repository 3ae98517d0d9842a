import { dateColumn } from "#app/domain/shared/date-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { leadsRound, mayBeFallback } from "./desk-office.ts";
import {
  type FileCells,
  type FileColumn,
  type FileDesk,
  type FileRow,
  fileCells,
  fileColumns,
  fileRowSchema,
  mostFileRows,
} from "./directory-file.ts";

/** A desk of the directory, as its row and with what only the database knows. */
export type PresentDesk = FileDesk & { id: string; version: number; isFallback: boolean; isNamedByTheme: boolean };

type PresentUnit = { id: string; version: number; key: string; name: LocalizedText; position: number };

/** The whole directory as it is now. */
export type PresentDirectory = {
  departments: PresentUnit[];
  sections: (PresentUnit & { departmentId: string })[];
  desks: PresentDesk[];
};

/** What is wrong at a place of the file. `message` is a key of the namespace `errors`. */
export type FileProblem = { line: number; column: FileColumn | null; message: string };

export type FieldChange = { column: FileColumn; before: string; after: string };

/** What the file does to one desk. `before` is null for a new one. */
export type PlannedDesk = { before: PresentDesk | null; after: FileDesk; changes: FieldChange[]; ends: boolean };

export type ImportPlan = {
  /** Each desk of the file once, successors before those they follow. */
  desks: PlannedDesk[];
  /** Departments and sections of the file that are new or get another name or place. */
  departments: { key: string; name: LocalizedText; before: PresentUnit | null }[];
  sections: {
    key: string;
    name: LocalizedText;
    departmentKey: string;
    before: PresentDirectory["sections"][number] | null;
  }[];
  /** Desks of the directory that the file does not name: they stay as they are. */
  missing: PresentDesk[];
};

/**
 * What a file would do to the directory, or everything that is wrong with it. Nothing is changed; the dry run shows this, and the import does
 * exactly this.
 *
 * @param today for the desk that takes what nobody else takes: it is always in office
 */
export function planImport(
  rows: readonly FileRow[],
  present: PresentDirectory,
  today: IsoDate,
): { problems: FileProblem[]; plan: null } | { problems: []; plan: ImportPlan } {
  if (rows.length === 0) return { problems: [{ line: 1, column: null, message: "fileEmpty" }], plan: null };
  if (rows.length > mostFileRows)
    return { problems: [{ line: mostFileRows + 2, column: null, message: "fileTooManyRows" }], plan: null };
  const problems: FileProblem[] = [];
  const read: { line: number; desk: FileDesk }[] = [];
  for (const { line, cells } of rows) {
    const parsed = fileRowSchema.safeParse(cells);
    if (parsed.success) read.push({ line, desk: parsed.data });
    else
      for (const { path, message } of parsed.error.issues)
        problems.push({ line, column: fileColumns.find((column) => column === path[0]) ?? null, message });
  }
  problems.push(...disagreements(read));
  if (problems.length === 0) problems.push(...impossible(read, present, today));
  if (problems.length > 0) return { problems: problems.toSorted((a, b) => a.line - b.line), plan: null };
  return { problems: [], plan: planOf(read, present) };
}

type ReadRow = { line: number; desk: FileDesk };

/** Rows that contradict one another: a desk named twice, one department under two names, a section in two departments. */
function disagreements(read: readonly ReadRow[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const slugs = new Set<string>();
  const units = new Map<string, FileCells>();
  for (const { line, desk } of read) {
    if (slugs.has(desk.slug)) problems.push({ line, column: "slug", message: "fileTwice" });
    slugs.add(desk.slug);
    const cells = fileCells(desk);
    for (const unit of ["department", "section"] as const) {
      const key = `${unit} ${desk[unit].key}`;
      const first = units.get(key);
      units.set(key, first ?? cells);
      if (first === undefined) continue;
      const names = fileColumns.filter((column) => column.startsWith(`${unit}Name.`));
      const same: FileColumn[] = unit === "section" ? [...names, "departmentKey"] : names;
      for (const column of same)
        if (first[column] !== cells[column]) problems.push({ line, column, message: "fileDiffers" });
    }
  }
  return problems;
}

/** What the directory does not allow, whatever the form: see `save-desk` and `set-desk-active`. */
function impossible(read: readonly ReadRow[], present: PresentDirectory, today: IsoDate): FileProblem[] {
  const problems: FileProblem[] = [];
  const before = new Map(present.desks.map((desk) => [desk.slug, desk]));
  const chain = new Map(present.desks.map(({ slug, successor }) => [slug, { successorId: successor }]));
  for (const { desk } of read) chain.set(desk.slug, { successorId: desk.successor });
  const hasFallback = present.desks.some(({ isFallback }) => isFallback);
  const first = inOrder(
    read.map(({ desk }) => desk),
    present,
  )[0]?.slug;
  for (const { line, desk } of read) {
    const was = before.get(desk.slug);
    if (desk.successor !== null && !chain.has(desk.successor))
      problems.push({ line, column: "successor", message: "fileNoSuchDesk" });
    else if (leadsRound(desk.slug, desk.successor, chain))
      problems.push({ line, column: "successor", message: "successionRound" });
    const time = {
      isActive: desk.isActive,
      validFrom: dateColumn(desk.validFrom),
      validUntil: dateColumn(desk.validUntil),
    };
    const isFallback = hasFallback ? was?.isFallback === true : desk.slug === first;
    if (isFallback && !mayBeFallback(time, today)) {
      const column = desk.validUntil !== null ? "validUntil" : desk.isActive ? "validFrom" : "isActive";
      problems.push({ line, column, message: "fallbackEnds" });
    }
    if (was?.isNamedByTheme && was.isActive && !desk.isActive)
      problems.push({ line, column: "isActive", message: "deskNamedByTheme" });
  }
  return problems;
}

/**
 * Successors first, so that whoever names one finds it there and nothing leads round on the way, also by desks that only the directory has.
 * Expects that nothing leads round in the end; where it does, every desk still comes once.
 */
function inOrder(desks: readonly FileDesk[], present: PresentDirectory): FileDesk[] {
  const inFile = new Set(desks);
  const bySlug = new Map([...present.desks, ...desks].map((desk) => [desk.slug, desk]));
  const ordered = new Set<FileDesk>();
  for (const desk of desks) {
    const chain: FileDesk[] = [];
    for (let at: FileDesk | undefined = desk; at && !ordered.has(at) && !chain.includes(at); ) {
      chain.unshift(at);
      at = at.successor === null ? undefined : bySlug.get(at.successor);
    }
    for (const one of chain) ordered.add(one);
  }
  return [...ordered].filter((desk) => inFile.has(desk));
}

function planOf(read: readonly ReadRow[], present: PresentDirectory): ImportPlan {
  const desks = inOrder(
    read.map(({ desk }) => desk),
    present,
  );
  const before = new Map(present.desks.map((desk) => [desk.slug, desk]));
  const named = new Set(desks.map(({ slug }) => slug));
  const departmentOf = new Map(present.departments.map((unit) => [unit.id, unit.key]));
  const departments = new Map(read.map(({ desk }) => [desk.department.key, desk.department]));
  const sections = new Map(
    read.map(({ desk }) => [desk.section.key, { ...desk.section, departmentKey: desk.department.key }]),
  );
  return {
    desks: desks.map((after) => plannedDesk(before.get(after.slug) ?? null, after)),
    departments: [...departments.values()]
      .map((unit) => ({ ...unit, before: present.departments.find(({ key }) => key === unit.key) ?? null }))
      .filter(({ name, before: was }) => was === null || !sameText(was.name, name)),
    sections: [...sections.values()]
      .map((unit) => ({ ...unit, before: present.sections.find(({ key }) => key === unit.key) ?? null }))
      .filter(
        ({ name, departmentKey, before: was }) =>
          was === null || !sameText(was.name, name) || departmentOf.get(was.departmentId) !== departmentKey,
      ),
    missing: present.desks.filter(({ slug }) => !named.has(slug)),
  };
}

const sameText = (a: LocalizedText, b: LocalizedText) => a.ja === b.ja && a.easy === b.easy && a.en === b.en;

/** What a row says of its department and of the name of its section is no change of the desk; another section is. */
function isOfDesk(column: FileColumn): boolean {
  return !column.startsWith("department") && !column.startsWith("sectionName.");
}

function plannedDesk(before: PresentDesk | null, after: FileDesk): PlannedDesk {
  const was = before && fileCells(before);
  const is = fileCells(after);
  const changes = fileColumns
    .filter(isOfDesk)
    .flatMap((column) =>
      (was?.[column] ?? "") === is[column] ? [] : [{ column, before: was?.[column] ?? "", after: is[column] }],
    );
  const ends =
    before !== null &&
    ((after.validUntil !== null && after.validUntil !== before.validUntil) || (before.isActive && !after.isActive));
  return { before, after, changes, ends };
}

/** Whether a file changes anything at all. */
export function changesAnything(plan: ImportPlan): boolean {
  return plan.departments.length + plan.sections.length > 0 || plan.desks.some(({ changes }) => changes.length > 0);
}
