import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadDirectory } from "../directory.ts";
import { ruleFactColumns, ruleFacts } from "../find-proposed-desk.server.ts";
import type { RoutingRuleFacts } from "../routing.ts";

export type RoutingRuleRow = RoutingRuleFacts & {
  version: number;
  note: string;
  themeTitle: string | null;
  questionText: string | null;
  deskName: string;
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
      desk: { select: { name: true, isActive: true } },
    },
  });
  return rules.map(({ theme, question, version, note, ...rule }) => ({
    ...ruleFacts(rule),
    version,
    note,
    themeTitle: theme ? pick(theme.title as LocalizedText, locale) : null,
    questionText: question ? pick(question.text as LocalizedText, locale) : null,
    deskName: pick(rule.desk.name as LocalizedText, locale),
  }));
}
