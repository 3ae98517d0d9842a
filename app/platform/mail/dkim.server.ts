import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Environment, env } from "../env.ts";

/** What mails are signed with (RFC 6376). */
export type DkimKey = {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
  /** The public part as a record's `p=` may hold it: as every tool writes it, and the short form of RFC 6376 §3.6.1. */
  publicKeys: { usual: string; short: string };
};

/** Receivers take no signature of a shorter one (RFC 8301 §3.2), in bits. */
const shortestKey = 1_024;

/**
 * The key of the settings, or null where mails are not signed here.
 *
 * @throws Error whose message is a line for the operator that names the variable; nothing of the key is in it
 */
export function readDkimKey({
  DKIM_KEY_FILE,
  DKIM_SELECTOR,
  DKIM_DOMAIN,
  MAIL_FROM,
}: Pick<Environment, "DKIM_KEY_FILE" | "DKIM_SELECTOR" | "DKIM_DOMAIN" | "MAIL_FROM">): DkimKey | null {
  if (DKIM_KEY_FILE === undefined || DKIM_SELECTOR === undefined) return null;
  const key = privateKeyOf(DKIM_KEY_FILE);
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestKey) {
    throw wrong(
      `${shortestKey} ビット以上の RSA の鍵にしてください / must be an RSA key of at least ${shortestKey} bits`,
    );
  }
  const publicKey = createPublicKey(key);
  const base64 = (type: "spki" | "pkcs1") => publicKey.export({ type, format: "der" }).toString("base64");
  return {
    domain: (DKIM_DOMAIN ?? MAIL_FROM.address.slice(MAIL_FROM.address.lastIndexOf("@") + 1)).toLowerCase(),
    selector: DKIM_SELECTOR,
    privateKey: key.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKeys: { usual: base64("spki"), short: base64("pkcs1") },
  };
}

function privateKeyOf(file: string): KeyObject {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "ERROR";
    throw wrong(`ファイルを読めません / cannot be read (${code}: ${JSON.stringify(file)})`);
  }
  try {
    return createPrivateKey(text);
  } catch {
    throw wrong(
      `PEM 形式の、暗証のない秘密鍵ではありません / is no private key in PEM without a passphrase (${JSON.stringify(file)})`,
    );
  }
}

function wrong(what: string): Error {
  return new Error(`DKIM_KEY_FILE: ${what}`);
}

const shared = globalThis as typeof globalThis & { sokakuDkimKey?: DkimKey | null };

/** The process's key, read once. @throws as {@link readDkimKey} */
export function dkimKey(): DkimKey | null {
  if (shared.sokakuDkimKey === undefined) shared.sokakuDkimKey = readDkimKey(env());
  return shared.sokakuDkimKey;
}
