import { moveSchema } from "#app/domain/moderation/arrangement.schema.ts";
import { moveItem } from "#app/domain/moderation/commands/move-item.server.ts";
import type { ReviewedItem } from "#app/domain/moderation/load-reviewed.server.ts";
import { previewMove } from "#app/domain/moderation/queries/preview-move.server.ts";
import { type Act, arrangementStep, done, isPreview } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

/** ほかの扱い of an item: everything but deciding whether it is public. */
export function arrangementActs(context: StaffContext, item: ReviewedItem, { address }: WayOn): Record<string, Act> {
  return {
    move: async (fields) => {
      const input = { item, ...checked(moveSchema, fields) };
      if (isPreview(fields)) {
        return arrangementStep(fields, await previewMove(context.actor, input, context.locale));
      }
      await moveItem(context, input);
      return done(address, "move");
    },
  };
}
