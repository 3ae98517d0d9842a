import { markCommentReported } from "#app/domain/comment/mark-reported.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { markSubmissionReported } from "#app/domain/submission/mark-reported.server.ts";

/** Keeps since when a report about a text waits; null: none does. The caller has its row (`lockReported`). */
export async function markReported(context: TxContext, { type, id }: ItemRef, since: Date | null): Promise<void> {
  if (type === "submission") await markSubmissionReported(context, id, since);
  else await markCommentReported(context, id, since);
}
