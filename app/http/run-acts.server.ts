import { redirect } from "@remix-run/node";
import { cancelDecisionRun } from "#app/domain/moderation/commands/cancel-decision-run.server.ts";
import { itemAddress, queueFilterOf } from "#app/domain/moderation/queue.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import { paths } from "#app/routes/paths.ts";
import { refused, withRun } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { readForm } from "./form.server.ts";
import { limit } from "./limits.server.ts";
import type { RouteArgs } from "./route-args.ts";

/**
 * Takes a run back. One on a single text leads to that text, to be decided on anew with the words at hand, on the way through the list it was opened from (`back`);
 * one on more leads to its own page.
 */
export async function cancelRun(args: RouteArgs, context: StaffContext, runId: string): Promise<Response> {
  const { back = "" } = await readForm(args);
  try {
    await limit(args, "desk");
    const { item } = await cancelDecisionRun(context, { runId });
    if (item === null) return redirect(paths.deskRun(runId), 303);
    return withRun(itemAddress(item, queueFilterOf(new URLSearchParams(back))), runId, "cancelled");
  } catch (error) {
    // often a moment too late: the page of the run says what has become of it
    throw isDomainError(error) ? refused(error, {}) : error;
  }
}

/** A position out of the address; what is none is the beginning. */
export function placeOf(asked: string | null): number {
  return /^\d{1,6}$/.test(asked ?? "") ? Number(asked) : 0;
}
