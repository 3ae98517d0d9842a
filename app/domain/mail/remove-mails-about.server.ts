import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * Takes away every message about these items, whatever its state, in the transaction that removes the items. Only samples are ever removed;
 * what was really sent to somebody stays in the log for ever. Delivery jobs that still wait find nothing to send.
 *
 * @returns the files that were written instead of sending; the caller deletes them from the mail folder once the transaction is through
 */
export async function removeMailsAbout(
  context: TxContext,
  { submissionIds, commentIds }: { submissionIds: string[]; commentIds: string[] },
): Promise<{ emlFiles: string[] }> {
  const where = { OR: [{ submissionId: { in: submissionIds } }, { commentId: { in: commentIds } }] };
  const rows = await context.tx.mail.findMany({ where, select: { id: true, emlFile: true } });
  await context.tx.mail.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return { emlFiles: rows.flatMap(({ emlFile }) => emlFile ?? []) };
}
