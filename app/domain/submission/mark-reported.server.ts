import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * Keeps since when a report about a submission waits; null: none does. Not a change of the submission itself: it takes no version, so that
 * nobody can keep a moderator from deciding by reporting it again and again.
 */
export async function markSubmissionReported(context: TxContext, id: string, since: Date | null): Promise<void> {
  await context.tx.submission.update({ where: { id }, data: { reportedAt: since }, select: { id: true } });
}
