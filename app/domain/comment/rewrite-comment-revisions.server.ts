import type { TxContext } from "#app/domain/shared/command-context.ts";

/** The public texts of one version. */
export type CommentRevisionTexts = { body: string; displayName: string | null };

/**
 * Writes other words into the kept versions of a comment; `rewriteSubmissionRevisions` says who may and when.
 *
 * @param rewrite gets each version and gives the texts that change in it
 */
export async function rewriteCommentRevisions(
  context: TxContext,
  commentId: string,
  rewrite: (revision: number, texts: CommentRevisionTexts) => Partial<CommentRevisionTexts>,
): Promise<void> {
  const rows = await context.tx.commentRevision.findMany({
    where: { commentId },
    orderBy: { revision: "asc" },
    select: { id: true, revision: true, body: true, displayName: true },
  });
  for (const { id, revision, ...texts } of rows) {
    const changes = rewrite(revision, texts);
    if (Object.keys(changes).length === 0) continue;
    await context.tx.commentRevision.update({ where: { id }, data: changes, select: { id: true } });
  }
}
