const minute = 60_000;

/** Mails of news that leave in a second at most: they must not slow the pages of those who read meanwhile. */
export const newsPerSecond = 20;

/**
 * How mails to one domain follow each other: `burst` of them at once, then one every `gap` milliseconds, so that no minute has more than
 * `perMinute`.
 */
export type Pace = { burst: number; gap: number };

/** The pace of a limit of at least two mails a minute. */
export function paceOf(perMinute: number): Pace {
  const burst = Math.max(1, Math.floor(perMinute / 4));
  return { burst, gap: Math.ceil(minute / (perMinute - burst)) };
}

/**
 * A domain's limit is halved between mails that somebody waits for and what goes to many, so that the news of a day hold up nobody's receipt.
 */
export function paceFor(perMinute: number, toMany: boolean): Pace {
  const half = Math.floor(perMinute / 2);
  return paceOf(toMany ? perMinute - half : half);
}

/** Longest pause, in milliseconds. */
const longestPause = 32 * minute;

/**
 * How long a domain is left alone after it wanted mail later so many times in a row. Once may be one message or one mailbox, which has its own
 * schedule; from the second time on a minute, then twice as long each time.
 */
export function pauseOf(times: number): number {
  return times < 2 ? 0 : Math.min(longestPause, minute * 2 ** Math.min(times - 2, 10));
}

/** The domain of an address, as turns are counted. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
