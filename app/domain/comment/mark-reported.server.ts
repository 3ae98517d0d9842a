import type { TxContext } from "#app/domain/shared/command-context.ts";

/** Keeps since when a report about a comment waits, as `markSubmissionReported` does. */
export async function markCommentReported(context: TxContext, id: string, since: Date | null): Promise<void> {
  await context.tx.comment.update({ where: { id }, data: { reportedAt: since }, select: { id: true } });
}
