import { randomUUID } from "node:crypto";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Stance } from "./comment.ts";

/** Keeps one version of a comment's text for ever. */
export async function recordCommentRevision(
  context: TxContext,
  {
    commentId,
    revision,
    text,
  }: { commentId: string; revision: number; text: { body: string; stance: Stance | null; displayName: string | null } },
): Promise<void> {
  await context.tx.commentRevision.create({
    data: { id: randomUUID(), commentId, revision, ...text, createdAt: context.now },
    select: { id: true },
  });
}
