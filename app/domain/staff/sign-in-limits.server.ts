import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#app/domain/shared/domain-error.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { pool } from "#app/platform/database/client.server.ts";
import { signInDelay, signInFreeAttempts } from "./sign-in-delay.ts";

/** Attempts are remembered this long, in seconds. */
const memory = 24 * 60 * 60;

type Limiters = { attempts: RateLimiterPostgres; gate: RateLimiterPostgres };

const shared = globalThis as typeof globalThis & { sokakuSignInLimits?: WeakMap<Pool, Limiters> };

/** One pair for each pool: after `disconnect` there is a new one. */
function limiters(): Limiters {
  shared.sokakuSignInLimits ??= new WeakMap();
  const storeClient = pool();
  const known = shared.sokakuSignInLimits.get(storeClient);
  if (known) return known;
  const store = { storeClient, storeType: "pool", tableName: "rate_limit", tableCreated: true };
  const made = {
    // The library compares with a limit of its own; ours depends on whose attempts they are, so its own is out of reach.
    attempts: new RateLimiterPostgres({
      ...store,
      keyPrefix: "sign-in-attempts",
      points: 1_000_000_000,
      duration: memory,
    }),
    gate: new RateLimiterPostgres({ ...store, keyPrefix: "sign-in-gate", points: 1, duration: 1 }),
  };
  shared.sokakuSignInLimits.set(storeClient, made);
  return made;
}

export type SignInSubject = { of: "account" | "network" | "code"; name: string };

/** Keys hold no address anybody could read. */
const keyOf = (subject: SignInSubject) => `${subject.of}:${hashToken(subject.name).slice(0, 32)}`;

/**
 * Counts an attempt to sign in for each subject before it is judged, so that a thousand attempts at once get no further than a thousand one
 * after another. Past the free attempts only one attempt per growing pause passes; the others are refused unjudged with a LIMIT error that
 * says how long to wait. Pauses by the real clock: they also hold between processes.
 */
export async function countSignInAttempt(subjects: readonly SignInSubject[]): Promise<void> {
  for (const subject of subjects) {
    const key = keyOf(subject);
    const closed = await limiters().gate.get(key);
    if (closed && closed.consumedPoints > 0 && closed.msBeforeNext > 0) throw tooMany(closed.msBeforeNext);
  }
  for (const subject of subjects) {
    const key = keyOf(subject);
    const { consumedPoints } = await limiters().attempts.penalty(key, 1);
    const seconds = signInDelay(consumedPoints - signInFreeAttempts[subject.of]);
    if (seconds === 0) continue;
    try {
      await limiters().gate.consume(key, 1, { customDuration: seconds });
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw tooMany(refused.msBeforeNext);
      throw refused;
    }
  }
}

/** After a right password: the account starts anew; the network only gets this one attempt back, or owning one account would buy endless guesses. */
export async function forgetSignInAttempts(subjects: readonly SignInSubject[]): Promise<void> {
  for (const subject of subjects) {
    const key = keyOf(subject);
    if (subject.of === "network") {
      await limiters().attempts.reward(key, 1);
    } else {
      await limiters().attempts.delete(key);
      await limiters().gate.delete(key);
    }
  }
}

function tooMany(milliseconds: number): DomainError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000));
  return new DomainError("LIMIT", "signInLimit", { params: { retryAfter, minutes: Math.ceil(retryAfter / 60) } });
}
