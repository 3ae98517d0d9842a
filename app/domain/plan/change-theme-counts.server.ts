import type { TxContext } from "#app/domain/shared/command-context.ts";

export type ThemeCountChange = { proposals?: number; answered?: number; comments?: number };

/** Keeps the numbers a theme shows, in the transaction that changes what they count. */
export async function changeThemeCounts(context: TxContext, themeId: string, change: ThemeCountChange): Promise<void> {
  const { proposals = 0, answered = 0, comments = 0 } = change;
  if (proposals === 0 && answered === 0 && comments === 0) return;
  await context.tx.theme.update({
    where: { id: themeId },
    data: {
      proposalCount: { increment: proposals },
      answeredCount: { increment: answered },
      commentCount: { increment: comments },
    },
  });
}
