import { isBeforeAct, type StepBeforeAct } from "#app/components/handling/act-step.ts";
import { getItemBeforeAct } from "#app/domain/moderation/queries/get-item-before-act.server.ts";
import type { ItemBeforeAct } from "#app/domain/moderation/review-page.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { stepShown } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { respondPage } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** What the page shows when its action leads to a step that is a page of its own; null where the item's whole page is shown. */
export async function itemBeforeAct(
  args: RouteArgs,
  { actor, locale }: StaffContext,
  item: Pick<ItemRef, "type"> & { number: string },
): Promise<{ page: ItemBeforeAct; step: StepBeforeAct } | null> {
  const step = stepShown(args);
  if (!isBeforeAct(step)) return null;
  const asked = { act: step.act, reasonKey: step.values.reasonCode, locale };
  return { page: await respondPage(() => getItemBeforeAct(actor, item, asked)), step };
}
