import { addNote } from "#app/domain/handling/commands/add-note.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { revokeAnswerLinks } from "#app/domain/handling/commands/revoke-answer-links.server.ts";
import { sendBackAnswer } from "#app/domain/handling/commands/send-back-answer.server.ts";
import {
  assignSchema,
  noteSchema,
  publishSchema,
  revokeSchema,
  sendBackSchema,
} from "#app/domain/handling/handling.schema.ts";
import { previewPublication } from "#app/domain/handling/queries/preview-publication.server.ts";
import { type Act, confirmStep, done, isPreview } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

/** What the moderators do with a submission on its way to an answer, and notes among staff. Once it lies with a desk it is done with for them. */
export function officeActs(
  context: StaffContext,
  submissionId: string,
  { address, afterwards }: WayOn,
): Record<string, Act> {
  return {
    assign: async (fields) => {
      await assignSubmission(context, { submissionId, ...checked(assignSchema, fields) });
      return done(afterwards, "assign");
    },
    note: async (fields) => {
      await addNote(context, { submissionId, ...checked(noteSchema, fields) });
      return done(address, "note");
    },
    publish: async (fields) => {
      const input = { submissionId, ...checked(publishSchema, fields) };
      if (isPreview(fields)) return confirmStep(fields, await previewPublication(context.actor, input));
      await publishAnswer(context, input);
      return done(address, "publish");
    },
    "send-back": async (fields) => {
      await sendBackAnswer(context, { submissionId, ...checked(sendBackSchema, fields) });
      return done(address, "send-back");
    },
    revoke: async (fields) => {
      await revokeAnswerLinks(context, { submissionId, ...checked(revokeSchema, fields) });
      return done(address, "revoke");
    },
  };
}
