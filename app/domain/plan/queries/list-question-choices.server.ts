import { type Actor, isStaff } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";

/** Every question, closed ones too, for a choice in a staff form: named with its theme, in the order of plans, themes and questions. */
export async function listQuestionChoices(viewer: Actor, locale: Locale): Promise<{ value: string; label: string }[]> {
  if (!isStaff(viewer)) throw forbidden();
  const questions = await db().question.findMany({
    orderBy: [
      { theme: { plan: { startsOn: "desc" } } },
      { theme: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { id: true, text: true, theme: { select: { title: true } } },
  });
  return questions.map(({ id, text, theme }) => ({
    value: id,
    label: `${pick(theme.title as LocalizedText, locale)}: ${pick(text as LocalizedText, locale)}`,
  }));
}
