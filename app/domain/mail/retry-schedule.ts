const minute = 60_000;
const hour = 60 * minute;

/**
 * Pauses before the second, third … attempt: soon at first, for a server that restarts or greylists; then at growing distance for three
 * days in all (71 hours and 51 minutes), as long as mail servers themselves keep trying (RFC 5321 §4.5.4.1 asks for four to five days;
 * by then a notice of a due date would be too late, so people are told earlier that it did not arrive).
 */
const pauses = [
  1 * minute,
  5 * minute,
  15 * minute,
  30 * minute,
  1 * hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
  12 * hour,
  12 * hour,
  12 * hour,
  12 * hour,
];

/** Attempts before a message is given up, the first one included. */
export const mostAttempts = pauses.length + 1;

/**
 * When to try again after `attempts` failed attempts.
 * @returns null when the message is given up
 */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}
