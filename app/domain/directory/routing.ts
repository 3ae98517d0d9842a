import type { SubmissionKindName } from "#app/domain/mail/mail-message.ts";

export type RoutingRuleFacts = {
  id: string;
  position: number;
  /** Null matches every theme. */
  themeId: string | null;
  /** Null matches every kind. */
  kind: SubmissionKindName | null;
  deskId: string;
  isActive: boolean;
  /** False for a desk that was closed: its rules are passed over. */
  deskIsActive: boolean;
};

export type DeskProposal =
  | { deskId: string; by: "rule"; ruleId: string }
  | { deskId: string; by: "theme" | "fallback" };

/**
 * Which desk a submission is proposed to: the first matching rule by position, else the desk the theme names, else the fallback desk.
 * Only a proposal: a moderator assigns.
 *
 * @returns null only when nothing matches and neither a theme desk nor a fallback desk was given
 */
export function proposeDesk(
  rules: readonly RoutingRuleFacts[],
  item: { themeId: string | null; kind: SubmissionKindName },
  themeDeskId: string | null,
  fallbackDeskId: string | null = null,
): DeskProposal | null {
  const rule = rules
    .filter((candidate) => candidate.isActive && candidate.deskIsActive)
    .filter((candidate) => candidate.themeId === null || candidate.themeId === item.themeId)
    .filter((candidate) => candidate.kind === null || candidate.kind === item.kind)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))[0];
  if (rule) return { deskId: rule.deskId, by: "rule", ruleId: rule.id };
  if (themeDeskId) return { deskId: themeDeskId, by: "theme" };
  return fallbackDeskId ? { deskId: fallbackDeskId, by: "fallback" } : null;
}
