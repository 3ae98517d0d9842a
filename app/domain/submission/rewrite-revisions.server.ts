import type { TxContext } from "#app/domain/shared/command-context.ts";

const textColumns = {
  title: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
} as const;

/** The public texts of one version. */
export type RevisionTexts = {
  title: string;
  body: string;
  expectedEffect: string | null;
  area: string | null;
  displayName: string | null;
  organizationName: string | null;
};

/**
 * Writes other words into the kept versions of a submission. Only hiding personal data may do this: versions are the record of what was
 * sent, so the caller seals what they read. Call it after the submission itself was changed: its row is locked then, and no version comes
 * in between.
 *
 * @param rewrite gets each version and gives the texts that change in it
 */
export async function rewriteSubmissionRevisions(
  context: TxContext,
  submissionId: string,
  rewrite: (revision: number, texts: RevisionTexts) => Partial<RevisionTexts>,
): Promise<void> {
  const rows = await context.tx.submissionRevision.findMany({
    where: { submissionId },
    orderBy: { revision: "asc" },
    select: { id: true, revision: true, ...textColumns },
  });
  for (const { id, revision, ...texts } of rows) {
    const changes = rewrite(revision, texts);
    if (Object.keys(changes).length === 0) continue;
    await context.tx.submissionRevision.update({ where: { id }, data: changes, select: { id: true } });
  }
}
