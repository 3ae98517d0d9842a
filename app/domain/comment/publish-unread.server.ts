import type { TxContext } from "#app/domain/shared/command-context.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { changeComment } from "./change-comment.server.ts";
import { mailCommented } from "./mail-comment.server.ts";

/**
 * Public before anybody read it; the day until which it is read stays.
 *
 * @param version as the caller read it
 */
export async function publishUnread(
  context: TxContext,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await changeComment(context, { id, version, changes: { review: "PUBLISHED", awaitsLook: true } });
  await recordTimeline(context, { commentId: id, event: "PUBLISHED", audience: "PUBLIC" });
  await mailCommented(context, id);
}
