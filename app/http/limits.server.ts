import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#app/domain/shared/domain-error.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { pool } from "#app/platform/database/client.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** Requests one network address may make, `points` in `seconds`. Generous: a school or the city hall shares one address. */
const budgets = {
  // looking at a form once more stores nothing; counted with what is sent, it would halve what a class may send
  confirm: { points: 240, seconds: 600 },
  submit: { points: 30, seconds: 600 },
  comment: { points: 60, seconds: 600 },
  follow: { points: 60, seconds: 600 },
  report: { points: 60, seconds: 600 },
  track: { points: 180, seconds: 600 },
  // counted by the link: a large mail service presses the buttons of all its readers from one network
  stop: { points: 60, seconds: 600 },
  "sign-in": { points: 30, seconds: 600 },
  // each is the whole of what is published
  export: { points: 30, seconds: 600 },
  answer: { points: 120, seconds: 600 },
  desk: { points: 600, seconds: 60 },
} as const;

export type LimitName = keyof typeof budgets;

/** By pool, because a closed pool is replaced by another. */
const limiters = new WeakMap<object, Map<LimitName, RateLimiterPostgres>>();

function limiterOf(name: LimitName): RateLimiterPostgres {
  const store = pool();
  const made = limiters.get(store) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(store, made);
  const known = made.get(name);
  if (known) return known;
  const { points, seconds } = budgets[name];
  const limiter = new RateLimiterPostgres({
    storeClient: store,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points,
  });
  made.set(name, limiter);
  return limiter;
}

/**
 * Counts this request against the address's budget for `name`. Over it: a LIMIT error (429 with Retry-After) whose words name the minutes
 * to wait. IPv6 addresses count by their /64, as one household has one.
 *
 * @param link the key of a link, which is counted instead of the network; only its hash is kept
 */
export async function limit(args: RouteArgs, name: LimitName, link?: string): Promise<void> {
  try {
    await limiterOf(name).consume(link === undefined ? network(args.context.clientAddress) : hashToken(link));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError("LIMIT", "limit", { params: { retryAfter, minutes: Math.ceil(retryAfter / 60) } });
  }
}

/** The part of an address that one customer of a provider has: all of IPv4, the first 64 bits of IPv6 (RFC 6177) however it is written. */
export function network(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address.replace("::ffff:", "");
  const [front = [], back = []] = address
    .toLowerCase()
    .split("::")
    .map((part) => part.split(":").filter((group) => group !== ""));
  const missing = Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(missing).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
