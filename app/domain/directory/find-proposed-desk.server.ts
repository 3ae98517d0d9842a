import type { SubmissionKindName } from "#app/domain/mail/mail-message.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { type DeskProposal, proposeDesk } from "./routing.ts";

/**
 * The desk the present rules propose for a submission. `themeDeskId` is the desk its theme names as responsible.
 *
 * @param client `db()` in a query, `context.tx` in a command
 */
export async function findProposedDesk(
  client: Pick<Transaction, "routingRule" | "desk">,
  item: { themeId: string | null; kind: SubmissionKindName },
  themeDeskId: string | null,
): Promise<DeskProposal | null> {
  // One after the other: inside a transaction there is one connection.
  const rules = await client.routingRule.findMany({
    where: { isActive: true },
    select: {
      id: true,
      position: true,
      themeId: true,
      kind: true,
      deskId: true,
      isActive: true,
      desk: { select: { isActive: true } },
    },
  });
  const fallback = await client.desk.findFirst({ where: { isFallback: true, isActive: true }, select: { id: true } });
  const facts = rules.map(({ desk, ...rule }) => ({ ...rule, deskIsActive: desk.isActive }));
  return proposeDesk(facts, item, themeDeskId, fallback?.id ?? null);
}
