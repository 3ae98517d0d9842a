import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadPlanEditing } from "../plan-editing.ts";

export type PlanEditor = {
  id: string;
  key: string;
  version: number;
  title: LocalizedText;
  summary: LocalizedText;
  /** ISO days. */
  startsOn: string;
  endsOn: string | null;
  participation: "OPEN" | "CLOSED";
};

/** A plan as the form that changes it opens. */
export async function getPlanEditor(viewer: Actor, key: string): Promise<PlanEditor> {
  if (!mayReadPlanEditing(viewer)) throw forbidden();
  const plan = await db().plan.findUnique({
    where: { key },
    select: {
      id: true,
      key: true,
      version: true,
      title: true,
      summary: true,
      startsOn: true,
      endsOn: true,
      participation: true,
    },
  });
  if (!plan) throw notFound();
  return {
    ...plan,
    title: plan.title as LocalizedText,
    summary: plan.summary as LocalizedText,
    startsOn: dayOf(plan.startsOn),
    endsOn: dayOf(plan.endsOn),
  };
}
