import { hash, verify } from "@node-rs/argon2";
import { randomToken } from "#app/platform/crypto.ts";
import { preparedPassword } from "./password.ts";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default algorithm) with 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shared = globalThis as typeof globalThis & { sokakuDecoyHash?: Promise<string> };

/** The argon2id hash of a new password, with its salt and parameters, as the database keeps it. */
export function hashPassword(password: string): Promise<string> {
  return hash(preparedPassword(password), parameters);
}

/**
 * Whether `password` is the one behind `passwordHash`. Without a hash (unknown address, account without password) it does the same work on
 * a decoy and says no, so that the time taken does not tell whether an account exists.
 */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  shared.sokakuDecoyHash ??= hash(randomToken(), parameters);
  const isRight = await verify(passwordHash ?? (await shared.sokakuDecoyHash), preparedPassword(password));
  return isRight && typeof passwordHash === "string";
}
