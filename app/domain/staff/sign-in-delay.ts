/** Attempts that cost no waiting: a network is shared by a whole city hall, so it has more. */
export const signInFreeAttempts = { account: 5, network: 30, code: 5 } as const;

const first = 30;
const longest = 15 * 60;

/**
 * Seconds until the next attempt is judged, after `over` attempts beyond the free ones: 30 s, doubling, at most 15 minutes. Never longer,
 * because whoever knows an address could otherwise lock its owner out for good.
 */
export function signInDelay(over: number): number {
  if (over <= 0) return 0;
  return Math.min(longest, first * 2 ** Math.min(over - 1, 10));
}
