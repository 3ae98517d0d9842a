import { randomUUID } from "node:crypto";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import type { CommentReview } from "#app/domain/comment/comment.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import { settleAppeals } from "./appeal-rows.server.ts";
import { columnOf, loadReviewed, type Reviewed, type ReviewedItem } from "./load-reviewed.server.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import { afterDecision, type Decision, mayDecide, reversalIn, wordsNeeded } from "./moderation.ts";

/** What every decision is told: on what, the version that the page showed, and the words that go with it. */
export type DecisionInput = { item: ReviewedItem; version: number } & DecisionWords;

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
 * Reasons are for the author: only the publication itself is told to everybody. Audit and mail are the command's.
 *
 * @param dueOn what the public promise becomes, given the text as it was; undefined leaves it
 */
export async function decide(
  context: TxContext,
  decision: Decision,
  input: DecisionInput & { onAppeal?: OnAppeal },
  dueOn: (item: Reviewed) => Promise<IsoDate | null | undefined> | IsoDate | null | undefined,
): Promise<Reviewed> {
  const item = await loadReviewed(context.tx, context.actor, input.item);
  if (!mayDecide(context.actor) || context.actor.kind !== "staff") throw forbidden();
  if (item.version !== input.version) throw conflict("changedMeanwhile");
  const isReversal = input.onAppeal !== undefined && reversalIn(item.review) === decision;
  const review = isReversal ? "PUBLISHED" : afterDecision(item.review, decision);
  if (review === null) throw conflict("notPossibleNow");
  if (review === "PUBLISHED" && !item.canBeSeen) throw conflict("parentNotPublic");
  requireWords(decision, input);

  const changes = { review, dueOn: await dueOn(item) };
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
      reasonCode: input.reasonCode,
      explanation: input.explanation,
      revision: item.revision,
      byId: context.actor.id,
      byLabel: actorLabel(context.actor),
      at: context.now,
    },
    select: { id: true },
  });
  await recordTimeline(context, {
    ...columnOf(item),
    event: events[decision],
    audience: decision === "APPROVE" ? "PUBLIC" : "AUTHOR",
    // of an appeal the author reads the explanation at its own entry
    note: input.onAppeal ? null : input.explanation,
  });
  if (input.onAppeal === undefined) await settleAppeals(context, item);
  return item;
}

/** The forms ask for the words already; this keeps every other way in to the same rule. */
function requireWords(decision: Decision, { reasonCode, explanation }: DecisionWords): void {
  const needed = wordsNeeded(decision);
  if (needed === "reason" && reasonCode === null) throw inputError({ reasonCode: ["choose"] });
  if (needed !== "none" && (explanation ?? "").trim() === "") throw inputError({ explanation: ["required"] });
}
