import { usedFrom, usedValue, withReply } from "#app/domain/moderation/canned-reply.ts";
import { lookOverItem } from "#app/domain/moderation/commands/look-over-item.server.ts";
import { redactItem } from "#app/domain/moderation/commands/redact-item.server.ts";
import { viewContact } from "#app/domain/moderation/commands/view-contact.server.ts";
import { viewOriginal } from "#app/domain/moderation/commands/view-original.server.ts";
import { decideOrPlan } from "#app/domain/moderation/decide-or-plan.server.ts";
import { decisionSchema, redactionSchema, viewOriginalSchema } from "#app/domain/moderation/moderation.schema.ts";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import { findReplyText } from "#app/domain/moderation/queries/find-reply-text.server.ts";
import { previewDecision } from "#app/domain/moderation/queries/preview-decision.server.ts";
import { previewRedaction } from "#app/domain/moderation/queries/preview-redaction.server.ts";
import { closedReportsSchema } from "#app/domain/moderation/report.schema.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, decisionStep, done, formStep, isPreview, redactionStep, withRun } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked, type FormFields } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";
import { versionOf } from "./saved-row.server.ts";

/**
 * The decisions on one text, hiding personal data in it, and showing what was hidden or how to reach its author. What is decided later, while
 * it can still be taken back, leads on at once. Where decisions are taken at once, an approved submission stays open, to be given to its
 * desk; what is returned or declined is done with, and so is an approved comment.
 */
export function decisionActs(
  context: StaffContext,
  item: ItemRef,
  { address, afterwards }: WayOn,
): Record<string, Act> {
  const insertReply =
    (...decisions: Decision[]) =>
    async (fields: FormFields) => {
      const { text, ...reply } = await findReplyText(context.actor, item, fields.reply ?? "", decisions);
      const replies = usedValue([...usedFrom(fields.replies), reply]);
      return formStep(fields, { explanation: withReply(fields.explanation ?? "", text), replies, reply: "" });
    };
  const decide =
    (decision: Decision, then = address): Act =>
    async (fields) => {
      const { version, ...words } = checked(decisionSchema(decision), fields);
      if (isPreview(fields)) return decisionStep(fields, await previewDecision(context.actor, decision, item, words));
      const planned = await decideOrPlan(context, decision, { item: { ...item, version }, ...words });
      return planned ? withRun(afterwards, planned.runId, "planned") : done(then, decision.toLowerCase());
    };
  return {
    approve: decide("APPROVE", item.type === "comment" ? afterwards : address),
    return: decide("RETURN", afterwards),
    decline: decide("DECLINE", afterwards),
    hide: decide("HIDE"),
    restore: decide("RESTORE"),
    "look-over": async (fields) => {
      await lookOverItem(context, { item, ...versionOf(fields) });
      return done(afterwards, "look-over");
    },
    "insert-refuse": insertReply("RETURN", "DECLINE"),
    "insert-hide": insertReply("HIDE"),
    "insert-restore": insertReply("RESTORE"),
    redact: async (fields) => {
      const input = { item, ...checked(redactionSchema, fields) };
      if (isPreview(fields)) return redactionStep(fields, await previewRedaction(context.actor, input));
      await redactItem(context, { ...input, ...checked(closedReportsSchema, fields) });
      return done(address, "redact");
    },
    original: async (fields) => ({
      step: "original",
      originals: await viewOriginal(context, { item, ...checked(viewOriginalSchema, fields) }),
    }),
    show: async () => ({ step: "contact", contact: await viewContact(context, { item }) }),
  };
}
