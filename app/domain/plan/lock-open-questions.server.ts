import type { TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";

/** How many questions of a theme are open and the last place taken; nobody else opens one until the transaction ends. */
export async function lockOpenQuestions(
  context: TxContext,
  themeId: string,
): Promise<{ open: number; lastPosition: number }> {
  const themes = await context.tx.$queryRaw<unknown[]>`SELECT 1 FROM "Theme" WHERE "id" = ${themeId}::uuid FOR UPDATE`;
  if (themes.length === 0) throw notFound();
  const questions = await context.tx.question.findMany({
    where: { themeId },
    select: { isOpen: true, position: true },
  });
  return {
    open: questions.filter((question) => question.isOpen).length,
    lastPosition: Math.max(0, ...questions.map((question) => question.position)),
  };
}
