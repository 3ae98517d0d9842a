import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { deskInCharge } from "../desk-office.ts";
import type { RoutedTextInput } from "../directory.schema.ts";
import { mayReadDirectory } from "../directory.ts";
import { loadSuccessions } from "../find-desk-in-charge.server.ts";
import { findFallbackDesk } from "../find-fallback-desk.server.ts";
import { proposeDesk, type RuleTrial, tryRules } from "../routing.ts";
import { listRoutingRules, type RoutingRuleRow } from "./list-routing-rules.server.ts";

export type RoutingTrial = {
  /** Null: nobody would be proposed. */
  desk: string | null;
  by: "rule" | "theme" | "fallback" | null;
  /** The rules in the order in which they were tried, each with what came of it. */
  tried: RuleTrial<RoutingRuleRow>[];
};

/**
 * Where something with these words would go, and why: what the rules would propose if it arrived now. Nothing is kept.
 *
 * @throws FORBIDDEN for whoever may not read the rules
 */
export async function tryRouting(viewer: Actor, input: RoutedTextInput, locale: Locale): Promise<RoutingTrial> {
  if (!mayReadDirectory(viewer)) throw forbidden();
  const rules = await listRoutingRules(viewer, locale);
  const theme =
    input.themeId === null
      ? null
      : await db().theme.findUnique({ where: { id: input.themeId }, select: { deskId: true } });
  const fallback = await findFallbackDesk(db(), { id: true });
  const { text, ...item } = { ...input, texts: [input.text] };
  const themeDeskId = theme && deskInCharge(theme.deskId, await loadSuccessions(db()), isoDate(now()));
  const tried = tryRules(rules, item);
  const proposal = proposeDesk(tried, themeDeskId, fallback?.id ?? null);
  const desk =
    proposal === null ? null : await db().desk.findUnique({ where: { id: proposal.deskId }, select: { name: true } });
  return { desk: desk && pick(desk.name as LocalizedText, locale), by: proposal?.by ?? null, tried };
}
