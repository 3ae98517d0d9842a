import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { ReferenceReader } from "#app/platform/database/reference-data.server.ts";
import { deskInCharge } from "./desk-office.ts";
import { loadSuccessions } from "./find-desk-in-charge.server.ts";
import { findFallbackDesk } from "./find-fallback-desk.server.ts";
import { type DeskProposal, proposeDesk, type RoutedItem, type RoutingRuleFacts, tryRules } from "./routing.ts";

/** A desk that is proposed, and for a rule what its note says about it. */
export type FoundProposal = Pick<DeskProposal, "deskId" | "by"> & { note: string };

/**
 * The desk the present rules propose for a submission. `themeDeskId` is the desk its theme names as responsible.
 * Where a desk is not in office today, the one that took over from it is proposed.
 *
 * @param client `referenceData()` for a page, `context.tx` in a command
 */
export async function findProposedDesk(
  client: Pick<ReferenceReader, "routingRule" | "desk">,
  item: RoutedItem,
  themeDeskId: string | null,
  today: IsoDate,
): Promise<FoundProposal | null> {
  // One after the other: inside a transaction there is one connection.
  const desks = await loadSuccessions(client);
  const rules = await client.routingRule.findMany({
    where: { isActive: true },
    select: { ...ruleFactColumns, note: true },
  });
  const fallback = await findFallbackDesk(client, { id: true });
  const inCharge = (id: string) => deskInCharge(id, desks, today);
  const facts = rules.map((rule) => ruleFacts(rule, inCharge));
  const proposal = proposeDesk(tryRules(facts, item), themeDeskId && inCharge(themeDeskId), fallback?.id ?? null);
  if (proposal === null) return null;
  const { deskId, by } = proposal;
  return { deskId, by, note: proposal.by === "rule" ? proposal.rule.note : "" };
}

/** The columns that {@link ruleFacts} needs. */
export const ruleFactColumns = {
  id: true,
  position: true,
  themeId: true,
  kind: true,
  questionId: true,
  areas: true,
  words: true,
  deskId: true,
  isActive: true,
} as const;

/** A row of the rules as `routing.ts` knows it. @param inCharge which desk does a desk's work today */
export function ruleFacts<R extends Omit<RoutingRuleFacts, "servedBy">>(
  rule: R,
  inCharge: (deskId: string) => string | null,
): R & RoutingRuleFacts {
  return { ...rule, servedBy: inCharge(rule.deskId) };
}
