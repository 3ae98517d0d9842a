import { subMinutes } from "date-fns/subMinutes";

/**
 * How long an item stays with whoever opened it after their last look or act, in minutes. Long enough to read a long proposal and write an
 * explanation without touching the page; short enough that what somebody left open over lunch waits for nobody.
 */
export const claimMinutes = 15;

/** A claim whose last look lies at or before this moment has run out. */
export function claimsRunOutBefore(now: Date): Date {
  return subMinutes(now, claimMinutes);
}
