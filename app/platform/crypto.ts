import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env.ts";

const shared = globalThis as typeof globalThis & { sokakuSecret?: string };

/** The file that keeps a generated secret, below the data directory. Whoever restores a backup needs it too. */
const SECRET_FILE = "secret";

/**
 * The installation's secret: `APP_SECRET`, or one made on first use and kept, readable by its owner only, in the data
 * directory. Every derived token and sealed value depends on it; losing it voids them.
 */
function appSecret(): string {
  if (shared.sokakuSecret) return shared.sokakuSecret;
  const { APP_SECRET, DATA_DIR } = env();
  shared.sokakuSecret = APP_SECRET ?? keptSecret(DATA_DIR);
  return shared.sokakuSecret;
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, SECRET_FILE);
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600 });
  try {
    // Linking fails when the file exists, so of two processes starting together one wins and both read the same secret.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new Error(`${file} is damaged: restore it from a backup`);
  return secret;
}

/** `bytes` random bytes as base64url. 32 bytes (the default) cannot be guessed. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/** SHA-256 of a token, in hexadecimal: what the database keeps instead of the token. For random tokens only, never passwords. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * 32 bytes that only this installation can compute for `purpose` and `id` (HMAC-SHA-256, RFC 2104). The same input
 * always gives the same bytes, so a mail sent again carries the same link although only its hash is stored.
 */
export function deriveKey(purpose: string, id: string): Buffer {
  return createHmac("sha256", appSecret()).update(`${purpose}:${id}`).digest();
}

/** `deriveKey` as base64url, cut to `length` characters (at most 43, which is also the default). */
export function deriveToken(purpose: string, id: string, length = 43): string {
  return deriveKey(purpose, id).toString("base64url").slice(0, length);
}

/** Compares two strings without telling by its duration where they differ. */
export function safeEqual(left: string, right: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * Encrypts a short text (AES-256-GCM) so that a copy of the database alone does not reveal it. `context` (for example
 * `totp:<staff id>`) is bound to it: sealed for one row, it does not open in another.
 */
export function seal(text: string, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey("seal", context), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["v1", iv.toString("base64url"), cipher.getAuthTag().toString("base64url"), sealed.toString("base64url")].join(
    ".",
  );
}

/**
 * The text `seal` was given.
 *
 * @throws Error when the value was changed, belongs to another context or was sealed with another secret.
 */
export function open(sealed: string, context: string): string {
  const [version, iv, tag, body, ...rest] = sealed.split(".");
  if (version !== "v1" || !iv || !tag || body === undefined || rest.length > 0) throw new Error("not a sealed value");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey("seal", context), Buffer.from(iv, "base64url"), {
    authTagLength: 16,
  });
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}
