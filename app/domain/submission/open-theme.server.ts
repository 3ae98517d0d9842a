import { whyClosed } from "#app/domain/plan/participation.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError, notFound } from "#app/domain/shared/domain-error.ts";

/**
 * The theme that something is being sent to.
 *
 * @param takes what is being sent: see `whyClosed`
 * @param questionId one of its open questions, or null
 * @throws not found; conflict "planClosed" or "themeClosed"; input "questionClosed" for a question that is not there to be answered
 */
export async function openTheme(
  context: TxContext,
  { slug, questionId, takes }: { slug: string; questionId: string | null; takes: "proposals" | "comments" },
): Promise<{ id: string }> {
  const theme = await context.tx.theme.findUnique({
    where: { slug },
    select: { id: true, acceptsProposals: true, plan: { select: { participation: true } } },
  });
  if (theme === null) throw notFound();
  const closed = takes === "proposals" ? whyClosed(theme, "proposals") : whyClosed(theme, "comments");
  if (closed !== null) throw conflict(closed);
  if (questionId !== null) {
    const question = await context.tx.question.findFirst({
      where: { id: questionId, themeId: theme.id, isOpen: true },
      select: { id: true },
    });
    if (question === null) throw inputError({ questionId: ["questionClosed"] });
  }
  return { id: theme.id };
}
