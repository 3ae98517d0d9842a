import { confirmCommentAddress } from "#app/domain/comment/commands/confirm-comment-address.server.ts";
import { reviseComment } from "#app/domain/comment/commands/revise-comment.server.ts";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { withdrawComment } from "#app/domain/comment/commands/withdraw-comment.server.ts";
import { commentRevisionSchema, commentSchema } from "#app/domain/comment/comment.schema.ts";
import type { CommentOn } from "#app/domain/comment/comment-target.server.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { randomToken } from "#app/platform/crypto.ts";
import type { CommentStep, SampleComment, SampleReply } from "../content/sample-types.ts";
import { confirmationFor } from "./confirmation-for.ts";
import { decisionStep } from "./decision-step.ts";
import { type Moment, type Stage, sampleSender } from "./moment.ts";
import { reportStep } from "./report-step.ts";
import { typedFields } from "./typed-fields.ts";

/** The comment and everything below it, as moments; `on` is asked when the comment is sent. */
export function tellComment(comment: SampleComment, on: () => CommentOn, questionKey: string | null): Moment[] {
  const told = tell(comment, on, { stance: comment.stance, questionKey, parentId: () => null });
  const replies = comment.replies.map((reply) =>
    tell(reply, on, { stance: null, questionKey: null, parentId: () => told.id() }),
  );
  return [...told.moments, ...replies.flatMap((reply) => reply.moments)];
}

type Place = { stance: SampleComment["stance"]; questionKey: string | null; parentId: () => string | null };

function tell(sample: SampleReply, on: () => CommentOn, place: Place): { moments: Moment[]; id: () => string } {
  let commentId: string | undefined;
  const id = () => {
    if (commentId === undefined) throw new Error(`${sample.key} has not been sent yet`);
    return commentId;
  };
  let typed = typedFields({ ...sample, stance: place.stance });
  const sent: Moment = {
    at: sample.at,
    what: `${sample.key}: send`,
    async act(stage) {
      const questionId = place.questionKey === null ? "" : stage.questionId(place.questionKey);
      const fields = commentSchema.parse({ ...typed, questionId, parent: place.parentId() ?? "" });
      const context = stage.as(sampleSender, sample.locale);
      const receipt = await submitComment(context, {
        ...fields,
        on: on(),
        idempotencyKey: randomToken(),
        isSample: true,
      });
      commentId = receipt.id;
    },
  };
  const steps = sample.story.map(
    (step): Moment => ({
      at: step.at,
      what: `${sample.key}: ${step.do}`,
      async act(stage) {
        if (step.do === "revise") typed = { ...typed, body: step.body };
        await takeStep(stage, step, id(), typed, sample);
      },
    }),
  );
  return { moments: [sent, ...steps], id };
}

async function takeStep(
  stage: Stage,
  step: CommentStep,
  id: string,
  typed: Record<string, string>,
  sample: SampleReply,
): Promise<void> {
  const author: AuthorActor = { kind: "author", of: "comment", id };
  const byAuthor = stage.as(author, sample.locale);
  const { version, number } = await byAuthor.tx.comment.findUniqueOrThrow({
    where: { id },
    select: { version: true, number: true },
  });
  switch (step.do) {
    case "confirmAddress": {
      const token = await confirmationFor(byAuthor, { commentId: id });
      if (token !== null) await confirmCommentAddress(byAuthor, { token });
      return;
    }
    case "revise":
      return reviseComment(byAuthor, { ...commentRevisionSchema.parse(typed), version });
    case "withdraw":
      return withdrawComment(byAuthor, { version });
    case "approve":
    case "return":
    case "decline":
    case "hide":
    case "restore":
      return decisionStep(stage, step, { type: "comment", id }, version);
    case "report":
    case "keepReports":
      return reportStep(stage, step, { type: "comment", id, number }, version);
  }
}
