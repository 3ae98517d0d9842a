import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { commentSchema } from "#app/domain/comment/comment.schema.ts";
import type { CommentOn } from "#app/domain/comment/comment-target.server.ts";
import { paths } from "#app/routes/paths.ts";
import { requestContext } from "./context.server.ts";
import { formSteps } from "./form-steps.server.ts";
import { respondPage } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { senderOf } from "./sender.server.ts";

/** Takes what was typed on the page of a comment form, in steps. */
export function takeComment(args: RouteArgs, on: CommentOn) {
  const context = requestContext(args);
  return respondPage(() =>
    formSteps(args, {
      limit: "comment",
      schema: commentSchema,
      send: async ({ consent: _, ...fields }, idempotencyKey) => {
        const { number } = await submitComment(context, { ...fields, on, idempotencyKey, sender: senderOf(args) });
        return paths.receipt(number, idempotencyKey);
      },
    }),
  );
}
