import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { restoreItem } from "#app/domain/moderation/commands/restore-item.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { ReviewStep } from "../content/sample-types.ts";
import type { Stage } from "./moment.ts";

/** The sample moderator decides about one text. */
export async function decisionStep(stage: Stage, step: ReviewStep, item: ItemRef, version: number): Promise<void> {
  const context = stage.as(stage.cast.moderator);
  switch (step.do) {
    case "approve":
      return approveItem(context, { item, version });
    case "return":
      return returnItem(context, { item, version, reasonCode: step.reasonCode, explanation: step.explanation });
    case "decline":
      return declineItem(context, { item, version, reasonCode: step.reasonCode, explanation: step.explanation });
    case "hide":
      return hideItem(context, { item, version, reasonCode: step.reasonCode, explanation: step.explanation });
    case "restore":
      return restoreItem(context, { item, version, explanation: step.explanation });
  }
}
