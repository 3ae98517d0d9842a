import { askAuthor } from "#app/domain/handling/commands/ask-author.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { markNotOurs } from "#app/domain/handling/commands/mark-not-ours.server.ts";
import { passOnSubmission } from "#app/domain/handling/commands/pass-on-submission.server.ts";
import {
  askSchema,
  draftSchema,
  extendSchema,
  notOursSchema,
  passOnSchema,
} from "#app/domain/handling/handling.schema.ts";
import { checkDraft } from "#app/domain/handling/queries/check-draft.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { type Act, confirmStep, done, isPreview } from "./acts.server.ts";
import { checked } from "./form.server.ts";

/**
 * What a desk does with a submission, the same on the desk and behind the link of a mail.
 *
 * @param address the page itself
 * @param afterwards where to go when the desk no longer has the submission
 */
export function deskActs(
  context: CommandContext,
  submissionId: string,
  { address, afterwards }: { address: string; afterwards: string },
): Record<string, Act> {
  return {
    draft: async (fields) => {
      const draft = checked(draftSchema, fields);
      if (isPreview(fields)) {
        await checkDraft(context.actor, draft);
        return confirmStep(fields, null);
      }
      await draftAnswer(context, { submissionId, ...draft });
      return done(address, "draft");
    },
    ask: async (fields) => {
      await askAuthor(context, { submissionId, ...checked(askSchema, fields) });
      return done(address, "ask");
    },
    extend: async (fields) => {
      await extendDueDate(context, { submissionId, ...checked(extendSchema, fields) });
      return done(address, "extend");
    },
    "pass-on": async (fields) => {
      await passOnSubmission(context, { submissionId, ...checked(passOnSchema, fields) });
      return done(afterwards, "pass-on");
    },
    "not-ours": async (fields) => {
      await markNotOurs(context, { submissionId, ...checked(notOursSchema, fields) });
      return done(afterwards, "not-ours");
    },
  };
}
