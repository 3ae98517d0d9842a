import {
  escalationSchema,
  kindSchema,
  mergeSchema,
  moveSchema,
  separateSchema,
  splitSchema,
} from "#app/domain/moderation/arrangement.schema.ts";
import { changeKind } from "#app/domain/moderation/commands/change-kind.server.ts";
import { escalateItem } from "#app/domain/moderation/commands/escalate-item.server.ts";
import { giveBackItem } from "#app/domain/moderation/commands/give-back-item.server.ts";
import { mergeSubmission } from "#app/domain/moderation/commands/merge-submission.server.ts";
import { moveItem } from "#app/domain/moderation/commands/move-item.server.ts";
import { separateSubmission } from "#app/domain/moderation/commands/separate-submission.server.ts";
import { splitSubmission } from "#app/domain/moderation/commands/split-submission.server.ts";
import { findSimilar } from "#app/domain/moderation/queries/find-similar.server.ts";
import { previewKind } from "#app/domain/moderation/queries/preview-kind.server.ts";
import { previewMerge, previewSeparate } from "#app/domain/moderation/queries/preview-merge.server.ts";
import { previewMove } from "#app/domain/moderation/queries/preview-move.server.ts";
import { previewSplit } from "#app/domain/moderation/queries/preview-split.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, arrangementStep, done, isPreview, similarStep } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

/** ほかの扱い of an item: everything but deciding whether it is public. */
export function arrangementActs(context: StaffContext, item: ItemRef, way: WayOn): Record<string, Act> {
  const { address } = way;
  return {
    move: async (fields) => {
      const input = { item, ...checked(moveSchema, fields) };
      if (isPreview(fields)) {
        return arrangementStep(fields, await previewMove(context.actor, input, context.locale));
      }
      await moveItem(context, input);
      return done(address, "move");
    },
    escalate: async (fields) => {
      await escalateItem(context, { item, ...checked(escalationSchema, fields) });
      return done(way.afterwards, "escalate");
    },
    "give-back": async (fields) => {
      await giveBackItem(context, { item, ...checked(escalationSchema, fields) });
      return done(way.afterwards, "give-back");
    },
    ...(item.type === "comment" ? {} : submissionActs(context, item.id, way)),
  };
}

/** What belongs to submissions alone. A merged one is done with, as what was declined is. */
function submissionActs(
  context: StaffContext,
  submissionId: string,
  { address, afterwards }: WayOn,
): Record<string, Act> {
  return {
    similar: async (fields) => similarStep(fields, await findSimilar(context.actor, submissionId)),
    merge: async (fields) => {
      const { intoVersion, ...input } = { submissionId, ...checked(mergeSchema, fields) };
      if (intoVersion === null || isPreview(fields)) {
        const {
          preview,
          into,
          intoVersion: shown,
        } = await previewMerge(context.actor, { ...input, intoVersion: null });
        return arrangementStep({ ...fields, choice: "", into, intoVersion: String(shown) }, preview);
      }
      await mergeSubmission(context, { ...input, intoVersion });
      return done(afterwards, "merge");
    },
    split: async (fields) => {
      const input = { submissionId, ...checked(splitSchema, fields) };
      if (isPreview(fields)) return arrangementStep(fields, await previewSplit(context.actor, input));
      await splitSubmission(context, input);
      return done(address, "split");
    },
    kind: async (fields) => {
      const input = { submissionId, ...checked(kindSchema, fields) };
      if (isPreview(fields)) return arrangementStep(fields, await previewKind(context.actor, input, context));
      await changeKind(context, input);
      return done(address, "kind");
    },
    separate: async (fields) => {
      const input = { submissionId, ...checked(separateSchema, fields) };
      if (isPreview(fields)) return arrangementStep(fields, await previewSeparate(context.actor, input));
      await separateSubmission(context, input);
      return done(address, "separate");
    },
  };
}
