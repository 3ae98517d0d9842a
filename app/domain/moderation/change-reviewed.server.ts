import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import type { Reviewed } from "./load-reviewed.server.ts";

/** Changes what submissions and comments have alike besides their texts and their review. @throws CONFLICT "changedMeanwhile" */
export async function changeReviewed(
  context: TxContext,
  { type, id, version }: Reviewed,
  changes: { appealDueOn?: IsoDate | null },
): Promise<void> {
  if (type === "submission") await changeSubmission(context, { id, version, changes });
  else await changeComment(context, { id, version, changes });
}
