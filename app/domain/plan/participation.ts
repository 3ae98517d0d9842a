/** What the rules below need to know of a theme. */
export type ParticipationFacts = { acceptsProposals: boolean; plan: { participation: "OPEN" | "CLOSED" } };

/**
 * Why nothing can be sent to a theme now, as a key of the `errors` namespace; null when it can. Proposals stop when the theme or its plan
 * stops taking them, comments only with the plan.
 */
export function whyClosed(theme: ParticipationFacts, takes: "proposals"): "planClosed" | "themeClosed" | null;
export function whyClosed(theme: Pick<ParticipationFacts, "plan">, takes: "comments"): "planClosed" | null;
export function whyClosed(
  theme: Pick<ParticipationFacts, "plan"> & Partial<ParticipationFacts>,
  takes: "proposals" | "comments",
): "planClosed" | "themeClosed" | null {
  if (theme.plan.participation === "CLOSED") return "planClosed";
  return takes === "proposals" && !theme.acceptsProposals ? "themeClosed" : null;
}
