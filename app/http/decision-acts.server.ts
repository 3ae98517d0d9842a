import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { lookOverItem } from "#app/domain/moderation/commands/look-over-item.server.ts";
import { redactItem } from "#app/domain/moderation/commands/redact-item.server.ts";
import { restoreItem } from "#app/domain/moderation/commands/restore-item.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import { viewContact } from "#app/domain/moderation/commands/view-contact.server.ts";
import { viewOriginal } from "#app/domain/moderation/commands/view-original.server.ts";
import { decisionSchema, redactionSchema, viewOriginalSchema } from "#app/domain/moderation/moderation.schema.ts";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import { previewDecision } from "#app/domain/moderation/queries/preview-decision.server.ts";
import { previewRedaction } from "#app/domain/moderation/queries/preview-redaction.server.ts";
import { type Act, confirmStep, done, isPreview, redactionStep } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";
import { versionOf } from "./saved-row.server.ts";

const commands = {
  APPROVE: approveItem,
  RETURN: returnItem,
  DECLINE: declineItem,
  HIDE: hideItem,
  RESTORE: restoreItem,
} as const;

/**
 * The decisions on one text, hiding personal data in it, and showing what was hidden or how to reach its author. An approved submission stays
 * open, to be given to its desk; what is returned or declined is done with, and so is an approved comment.
 */
export function decisionActs(
  context: StaffContext,
  item: { type: "submission" | "comment"; id: string },
  { address, afterwards }: WayOn,
): Record<string, Act> {
  const decide =
    (decision: Decision, then = address): Act =>
    async (fields) => {
      const { version, ...words } = checked(decisionSchema(decision), fields);
      if (isPreview(fields)) return confirmStep(fields, await previewDecision(context.actor, decision, item, words));
      await commands[decision](context, { item, version, ...words });
      return done(then, decision.toLowerCase());
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
    redact: async (fields) => {
      const input = { item, ...checked(redactionSchema, fields) };
      if (isPreview(fields)) return redactionStep(fields, await previewRedaction(context.actor, input));
      await redactItem(context, input);
      return done(address, "redact");
    },
    original: async (fields) => ({
      step: "original",
      originals: await viewOriginal(context, { item, ...checked(viewOriginalSchema, fields) }),
    }),
    show: async () => ({ step: "contact", contact: await viewContact(context, { item }) }),
  };
}
