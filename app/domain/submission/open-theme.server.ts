import { type CountedDays, participationColumns, type TakenKind, whyClosed } from "#app/domain/plan/participation.ts";
import { type AskedFields, type ReadingPolicy, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { formatDate } from "#app/domain/shared/japanese-date.ts";

/** What a theme does with what is sent to it. */
export type OpenTheme = { id: string; reading: ReadingPolicy; asks: AskedFields };

/**
 * The theme that something is being sent to.
 *
 * @param takes what is being sent: see `whyClosed`
 * @param days which days count: see `daysToSend`
 * @param questionId one of its open questions, or null
 * @throws not found; conflict with the key of `whyClosed`; input "questionClosed" for a question that is not there to be answered
 */
export async function openTheme(
  context: TxContext,
  { slug, questionId, takes, days }: { slug: string; questionId: string | null; takes: TakenKind; days: CountedDays },
): Promise<OpenTheme> {
  const theme = await context.tx.theme.findUnique({
    where: { slug },
    select: { id: true, ...readingColumns, expectedEffect: true, area: true, ...participationColumns },
  });
  if (theme === null) throw notFound();
  const closed = whyClosed(theme, takes, days);
  if (closed !== null) {
    throw conflict(closed.key, closed.day === null ? {} : { date: formatDate(closed.day, context.locale) });
  }
  if (questionId !== null) {
    const question = await context.tx.question.findFirst({
      where: { id: questionId, themeId: theme.id, isOpen: true },
      select: { id: true },
    });
    if (question === null) throw inputError({ questionId: ["questionClosed"] });
  }
  const { id, reviewMode, publishesTrusted, expectedEffect, area } = theme;
  return { id, reading: { reviewMode, publishesTrusted }, asks: { expectedEffect, area } };
}
