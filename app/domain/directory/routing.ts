import type { SubmissionKindName } from "#app/domain/mail/mail-message.ts";
import { forMatching } from "#app/domain/shared/normalize-text.ts";
import { wordPlaces } from "#app/domain/shared/word-places.ts";

/** What a rule asks for. Each condition that is set must hold; of several areas or words one is enough. */
export type RoutingConditions = {
  /** Null matches every theme. */
  themeId: string | null;
  /** Null matches every kind. */
  kind: SubmissionKindName | null;
  /** The question of the theme that it answers. Null matches every one, and none. */
  questionId: string | null;
  /** Names that stand in what was written as the place (関係する地域や場所). Empty matches everywhere. */
  areas: readonly string[];
  /** Words that stand in the title or the texts. Empty matches every text. */
  words: readonly string[];
};

export type RoutingRuleFacts = RoutingConditions & {
  id: string;
  position: number;
  deskId: string;
  isActive: boolean;
  /** The desk that does that desk's work today: itself, or one that took over from it. Null: nobody does, and the rule is passed over. */
  servedBy: string | null;
};

/** What routing looks at of a submission. */
export type RoutedItem = {
  themeId: string | null;
  kind: SubmissionKindName;
  questionId: string | null;
  area: string | null;
  /** Title and texts as written, of those that everybody may read. */
  texts: readonly (string | null)[];
};

/** Whether a rule takes an item, or the first thing that speaks against it. */
export type RuleVerdict = "takes" | "off" | "deskClosed" | "theme" | "kind" | "question" | "area" | "words";

export type RuleTrial<R extends RoutingRuleFacts = RoutingRuleFacts> = {
  rule: R;
  verdict: RuleVerdict;
  /** The rule's areas and words that stand in the item, as the rule writes them. */
  found: string[];
};

export type DeskProposal<R extends RoutingRuleFacts = RoutingRuleFacts> =
  | { deskId: string; by: "rule"; rule: R }
  | { deskId: string; by: "theme" | "fallback" };

/**
 * Tries the rules one after the other, by position, up to the one that takes the item.
 *
 * @returns a trial of each rule that was tried; the last one has the verdict "takes" if any has
 */
export function tryRules<R extends RoutingRuleFacts>(rules: readonly R[], item: RoutedItem): RuleTrial<R>[] {
  const area = forMatching(item.area ?? "");
  const text = item.texts.map((part) => forMatching(part ?? "")).join("\n");
  const trials: RuleTrial<R>[] = [];
  for (const rule of [...rules].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))) {
    const areas = standingIn(area, rule.areas);
    const words = standingIn(text, rule.words);
    const verdict = verdictOf(rule, item, areas, words);
    trials.push({ rule, verdict, found: [...areas, ...words] });
    if (verdict === "takes") break;
  }
  return trials;
}

function verdictOf(rule: RoutingRuleFacts, item: RoutedItem, areas: string[], words: string[]): RuleVerdict {
  if (!rule.isActive) return "off";
  if (rule.servedBy === null) return "deskClosed";
  if (rule.themeId !== null && rule.themeId !== item.themeId) return "theme";
  if (rule.kind !== null && rule.kind !== item.kind) return "kind";
  if (rule.questionId !== null && rule.questionId !== item.questionId) return "question";
  if (rule.areas.length > 0 && areas.length === 0) return "area";
  if (rule.words.length > 0 && words.length === 0) return "words";
  return "takes";
}

const standingIn = (matched: string, words: readonly string[]) =>
  words.filter((word) => wordPlaces(matched, forMatching(word)).length > 0);

/**
 * Which desk a submission is proposed to: that of the rule which takes it, else the desk the theme names, else the fallback desk.
 * Only a proposal: a moderator assigns.
 *
 * @param trials of {@link tryRules}
 * @param themeDeskId the desk that does the work of the one the theme names; null where nobody does
 * @returns null only when nothing matches and neither a theme desk nor a fallback desk was given
 */
export function proposeDesk<R extends RoutingRuleFacts>(
  trials: readonly RuleTrial<R>[],
  themeDeskId: string | null,
  fallbackDeskId: string | null = null,
): DeskProposal<R> | null {
  const rule = trials.find(({ verdict }) => verdict === "takes")?.rule;
  if (rule?.servedBy) return { deskId: rule.servedBy, by: "rule", rule };
  if (themeDeskId) return { deskId: themeDeskId, by: "theme" };
  return fallbackDeskId ? { deskId: fallbackDeskId, by: "fallback" } : null;
}
