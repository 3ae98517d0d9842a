import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { daysToBegin, participationColumns, takenKinds, whyClosed } from "../participation.ts";
import { mayReadPlanEditing } from "../plan-editing.ts";

export type EditableTheme = {
  id: string;
  slug: string;
  numeral: string;
  title: string;
  desk: string;
  openQuestions: number;
  isFeatured: boolean;
  /** Whether one can send it anything today. */
  takesSomething: boolean;
  proposalCount: number;
};

export type EditablePlan = { key: string; title: string; participation: "OPEN" | "CLOSED"; themes: EditableTheme[] };

const { plan: _plan, ...themeParticipation } = participationColumns;

/** Every plan with its themes, newest plan first: where editing starts. */
export async function listPlanEditing(viewer: Actor, locale: Locale): Promise<EditablePlan[]> {
  if (!mayReadPlanEditing(viewer)) throw forbidden();
  const plans = await db().plan.findMany({
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    select: {
      key: true,
      title: true,
      participation: true,
      themes: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          id: true,
          slug: true,
          numeral: true,
          title: true,
          isFeatured: true,
          ...themeParticipation,
          proposalCount: true,
          desk: { select: { name: true } },
          questions: { where: { isOpen: true }, select: { id: true } },
        },
      },
    },
  });
  return plans.map((plan) => ({
    key: plan.key,
    title: pick(plan.title as LocalizedText, locale),
    participation: plan.participation,
    themes: plan.themes.map(({ desk, questions, title, id, slug, numeral, isFeatured, proposalCount, ...theme }) => ({
      ...{ id, slug, numeral, isFeatured, proposalCount },
      takesSomething: takenKinds.some((kind) => whyClosed({ ...theme, plan }, kind, daysToBegin(now())) === null),
      title: pick(title as LocalizedText, locale),
      desk: pick(desk.name as LocalizedText, locale),
      openQuestions: questions.length,
    })),
  }));
}
