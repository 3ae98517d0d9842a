import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { mayImportDirectory } from "../directory.ts";
import type { FileRow } from "../directory-file.ts";
import {
  changesAnything,
  type ImportPlan,
  type PlannedDesk,
  type PresentDirectory,
  planImport,
} from "../directory-import.ts";
import { importStamp, loadPresentDirectory } from "../load-present-directory.server.ts";
import { saveDepartment } from "./save-department.server.ts";
import { saveDesk } from "./save-desk.server.ts";
import { saveSection } from "./save-section.server.ts";
import { setDeskActive } from "./set-desk-active.server.ts";

/** Time for a directory of 500 desks, in milliseconds. */
const timeout = 120_000;

/** Stands in the history of each desk the file changed, as why. */
const note = "名簿の読み込み(CSV)";

/**
 * Writes a file into the directory in one step (組織改正): what the dry run showed, through the commands that save a department, a section and a
 * desk by hand, each with its entry in the log. Desks the file does not name stay as they are. All of it happens, or nothing.
 *
 * @param stamp of what the dry run showed ({@link importStamp})
 * @throws forbidden for all but administrators; conflict "directoryChanged" if the directory, the file or the day is not what was shown any
 *   more, "notPossibleNow" if there is nothing to do; and whatever the commands throw
 */
export async function importDirectory(
  context: CommandContext,
  { rows, stamp }: { rows: readonly FileRow[]; stamp: string },
): Promise<void> {
  await inTransaction(
    context,
    async (ctx) => {
      if (!mayImportDirectory(ctx.actor)) throw forbidden();
      const today = isoDate(ctx.now);
      // One file after the other, so that a second press of the button finds what the first has written. Successions wait for it too.
      await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.successions}::bigint)`;
      const present = await loadPresentDirectory(ctx.tx);
      if (importStamp(rows, present, today) !== stamp) throw conflict("directoryChanged");
      const { plan } = planImport(rows, present, today);
      if (plan === null || !changesAnything(plan)) throw conflict("notPossibleNow");
      const sections = await saveUnits(ctx, plan, present);
      const ids = new Map(present.desks.map(({ slug, id }) => [slug, id]));
      for (const desk of plan.desks) await writeDesk(ctx, desk, { sections, ids });
      await recordAudit(ctx, {
        action: "import-directory",
        subject: { type: "desk", id: "all" },
        detail: {
          added: plan.desks.filter(({ before }) => before === null).map(({ after }) => after.slug),
          changed: plan.desks
            .filter(({ before, changes }) => before && changes.length > 0)
            .map(({ after }) => after.slug),
          ended: plan.desks.filter(({ ends }) => ends).map(({ after }) => after.slug),
        },
      });
    },
    { timeout },
  );
}

/** New units stand after those that are there. @returns the ids of the sections by their keys */
async function saveUnits(
  context: TxContext,
  plan: ImportPlan,
  present: PresentDirectory,
): Promise<ReadonlyMap<string, string>> {
  const departments = new Map(present.departments.map(({ key, id }) => [key, id]));
  const sections = new Map(present.sections.map(({ key, id }) => [key, id]));
  const rowOf = (key: string, before: { id: string; version: number } | null) =>
    before === null ? { id: null, key } : { id: before.id, version: before.version };
  for (const { key, name, before } of plan.departments) {
    const position = before?.position ?? departments.size;
    departments.set(key, await saveDepartment(context, rowOf(key, before), { name, position }));
  }
  for (const { key, name, departmentKey, before } of plan.sections) {
    const departmentId = idOf(departments, departmentKey);
    const position = before?.position ?? sections.size;
    sections.set(key, await saveSection(context, rowOf(key, before), { name, departmentId, position }));
  }
  return sections;
}

async function writeDesk(
  context: TxContext,
  { before, after, changes }: PlannedDesk,
  known: { sections: ReadonlyMap<string, string>; ids: Map<string, string> },
): Promise<void> {
  const isOwn = changes.some(({ column }) => column !== "isActive");
  const { department: _department, section, slug, successor, isActive, ...shown } = after;
  let version = before?.version ?? 0;
  if (isOwn) {
    const input = {
      ...shown,
      sectionId: idOf(known.sections, section.key),
      successorId: successor === null ? null : idOf(known.ids, successor),
      note,
    };
    known.ids.set(
      slug,
      await saveDesk(context, before === null ? { id: null, slug } : { id: before.id, version }, input),
    );
    version += 1;
  }
  if ((before?.isActive ?? true) !== isActive)
    await setDeskActive(context, { id: idOf(known.ids, slug), version, isActive });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`planned, but not there: ${key}`);
  return id;
}
