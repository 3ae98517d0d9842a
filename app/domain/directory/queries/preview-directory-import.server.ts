import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayImportDirectory } from "../directory.ts";
import type { FileRow } from "../directory-file.ts";
import { type FileProblem, type ImportPlan, planImport } from "../directory-import.ts";
import { importStamp, loadPresentDirectory } from "../load-present-directory.server.ts";

/** What a file would do, or what is wrong with it. */
export type ImportPreview = { problems: FileProblem[]; plan: ImportPlan | null; stamp: string };

/** A dry run of `import-directory`: the same plan, made from the same directory. @throws FORBIDDEN for all but administrators */
export async function previewDirectoryImport(
  viewer: Actor,
  rows: readonly FileRow[],
  now: Date,
): Promise<ImportPreview> {
  if (!mayImportDirectory(viewer)) throw forbidden();
  const today = isoDate(now);
  const present = await loadPresentDirectory(db());
  return { ...planImport(rows, present, today), stamp: importStamp(rows, present, today) };
}
