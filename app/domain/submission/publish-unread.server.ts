import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "./change-submission.server.ts";
import { recordTimeline } from "./record-timeline.server.ts";
import type { SubmissionKind } from "./submission.ts";

/**
 * Public before anybody read it: it waits in a heap of its own for a moderator's look, and what is promised of it is an answer.
 *
 * @param version as the caller read it
 * @param dueOn until when it is answered: {@link answerDay}
 */
export async function publishUnread(
  context: TxContext,
  { id, version, dueOn }: { id: string; version: number; dueOn: IsoDate },
): Promise<void> {
  await changeSubmission(context, { id, version, changes: { review: "PUBLISHED", awaitsLook: true, dueOn } });
  await recordTimeline(context, { submissionId: id, event: "PUBLISHED", audience: "PUBLIC" });
}

/** Until when what becomes public now is answered. */
export async function answerDay(context: TxContext, kind: SubmissionKind): Promise<IsoDate> {
  const { answerDays } = await getSettings(context.tx);
  return addBusinessDays(isoDate(context.now), answerDays[kind]);
}
