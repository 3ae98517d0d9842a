import { claimsRunOutBefore } from "#app/domain/shared/claim-time.ts";

/** What says that somebody of the office is at work on something that was sent. */
export const workColumns = {
  claim: { select: { lookedAt: true } },
  escalations: { where: { endedAt: null }, select: { id: true }, take: 1 },
  runItems: { where: { state: "WAITING" }, select: { runId: true }, take: 1 },
} as const;

/** Whether somebody has it open, has handed it to the administrators, or has decided about it and may still take that back. */
export function isAtWork(
  { claim, escalations, runItems }: { claim: { lookedAt: Date } | null; escalations: unknown[]; runItems: unknown[] },
  now: Date,
): boolean {
  const isOpen = claim !== null && claim.lookedAt > claimsRunOutBefore(now);
  return isOpen || escalations.length > 0 || runItems.length > 0;
}
