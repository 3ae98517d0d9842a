import { randomUUID } from "node:crypto";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import type { CommentReview } from "#app/domain/comment/comment.ts";
import { endReports } from "#app/domain/report/end-reports.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { releaseMerged } from "#app/domain/submission/put-back.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import { settleAppeals } from "./appeal-rows.server.ts";
import type { ReplyVersion } from "./canned-reply.ts";
import { holdItem, letGoOf } from "./claim-item.server.ts";
import { endEscalation, permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import { afterDecision, type Decision, decisionProblem, reversalIn } from "./moderation.ts";
import type { SaidWords } from "./reasons.ts";
import { saidWords } from "./said-words.server.ts";

/** What every decision is told: on what, the version that the page showed, and the words that go with it. */
export type DecisionInput = { item: ItemRef; version: number } & DecisionWords;

/**
 * That a decision carries out a granted appeal, with what its author is told. Possible then, and then alone: publishing what was declined.
 * That the actor may grant it is checked by `overturnAppeal`.
 */
export type OnAppeal = { explanation: string };

const events: Record<Decision, TimelineEvent> = {
  APPROVE: "PUBLISHED",
  RETURN: "RETURNED",
  DECLINE: "DECLINED",
  HIDE: "HIDDEN",
  RESTORE: "RESTORED",
};

/**
 * Takes one decision on one text: checks who and whether it is possible, moves the review, keeps the decision and tells the timeline.
 * Reasons are for the author: only the publication itself is told to everybody. Audit and mail are the command's. An item that another
 * moderator has open is theirs to decide (CONFLICT); once decided it is nobody's.
 *
 * @param dueOn what the public promise becomes, given the text as it was; undefined leaves it
 * @returns the text as it was, and what its author is told
 */
export async function decide(
  context: TxContext,
  decision: Decision,
  input: DecisionInput & { onAppeal?: OnAppeal },
  dueOn: (item: Reviewed) => Promise<IsoDate | null | undefined> | IsoDate | null | undefined,
): Promise<{ item: Reviewed; said: SaidWords }> {
  const item = await loadReviewed(context.tx, context.actor, input.item);
  await holdItem(context, item);
  // a run that takes the decision it planned has crossed it off before, in this transaction
  permitDecision(context.actor, item, input.version);
  if (context.actor.kind !== "staff") throw forbidden();
  const isReversal = input.onAppeal !== undefined && reversalIn(item.review) === decision;
  const review = isReversal ? "PUBLISHED" : afterDecision(item.review, decision);
  const problem = isReversal
    ? item.canBeSeen
      ? null
      : "parentNotPublic"
    : decisionProblem(item, decision, input.version);
  if (problem !== null || review === null) throw conflict(problem ?? "notPossibleNow");
  const said = await saidWords(context.tx, context.actor, decision, item, input);

  const changes = { review, dueOn: await dueOn(item) };
  // before the text is gone, so that readers are told by which rule it was taken away; what its author is told is not theirs
  if (decision === "HIDE") {
    await endReports(context, item, { outcome: "ACTED_ON", reason: said.reason, explanation: null, shown: null });
  }
  if (item.type === "submission") await changeSubmission(context, { id: item.id, version: item.version, changes });
  else {
    await changeComment(context, {
      id: item.id,
      version: item.version,
      changes: { ...changes, review: review as CommentReview },
    });
  }
  await context.tx.reviewDecision.create({
    data: {
      id: randomUUID(),
      ...columnOf(item),
      decision,
      reasonCode: said.reason && input.reasonCode,
      reasonLabel: said.reason ?? undefined,
      explanation: said.explanation,
      revision: item.revision,
      byId: context.actor.id,
      byLabel: actorLabel(context.actor),
      at: context.now,
      replies: { create: await knownReplies(context, input.replies ?? []) },
    },
    select: { id: true },
  });
  await recordTimeline(context, {
    ...columnOf(item),
    event: events[decision],
    audience: decision === "APPROVE" ? "PUBLIC" : "AUTHOR",
    // of an appeal the author reads the explanation at its own entry
    note: input.onAppeal ? null : said.explanation,
  });
  if (input.onAppeal === undefined) await settleAppeals(context, item);
  await endEscalation(context, item, null);
  // What others sent about the same goes on by itself once this one is neither in review nor public.
  if (item.type === "submission" && review !== "PUBLISHED") await releaseMerged(context, item.id);
  await letGoOf(context, item);
  return { item, said };
}

/** The versions among those a form names that there are. */
async function knownReplies({ tx }: TxContext, named: readonly ReplyVersion[]) {
  if (named.length === 0) return [];
  return tx.cannedReplyVersion.findMany({
    where: { OR: named.map(({ id, version }) => ({ replyId: id, version })) },
    select: { replyId: true, version: true },
  });
}
