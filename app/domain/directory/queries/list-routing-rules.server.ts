import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { deskInCharge } from "../desk-office.ts";
import { mayReadDirectory } from "../directory.ts";
import { loadSuccessions } from "../find-desk-in-charge.server.ts";
import { ruleFactColumns, ruleFacts } from "../find-proposed-desk.server.ts";
import type { RoutingRuleFacts } from "../routing.ts";

export type RoutingRuleRow = RoutingRuleFacts & {
  version: number;
  note: string;
  themeTitle: string | null;
  questionText: string | null;
  deskName: string;
  /** Of the desk that took over from it, where it is not in office today. */
  servedByName: string | null;
};

/** The rules that propose a desk, in the order in which they are tried. */
export async function listRoutingRules(viewer: Actor, locale: Locale): Promise<RoutingRuleRow[]> {
  if (!mayReadDirectory(viewer)) throw forbidden();
  const rules = await db().routingRule.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...ruleFactColumns,
      version: true,
      note: true,
      theme: { select: { title: true } },
      question: { select: { text: true } },
      desk: { select: { name: true } },
    },
  });
  const desks = await loadSuccessions(db());
  const served = rules.map(({ desk, ...rule }) => ({
    ...ruleFacts(rule, (id) => deskInCharge(id, desks, isoDate(now()))),
    deskName: pick(desk.name as LocalizedText, locale),
  }));
  const others = served.flatMap(({ servedBy, deskId }) => (servedBy === null || servedBy === deskId ? [] : [servedBy]));
  const named = await db().desk.findMany({ where: { id: { in: others } }, select: { id: true, name: true } });
  const nameOf = new Map(named.map(({ id, name }) => [id, pick(name as LocalizedText, locale)]));
  return served.map(({ theme, question, ...rule }) => ({
    ...rule,
    themeTitle: theme ? pick(theme.title as LocalizedText, locale) : null,
    questionText: question ? pick(question.text as LocalizedText, locale) : null,
    servedByName: (rule.servedBy !== rule.deskId && rule.servedBy && nameOf.get(rule.servedBy)) || null,
  }));
}
