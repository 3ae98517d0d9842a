import { typedCode } from "#app/domain/shared/normalize-text.ts";

/**
 * The characters of a tracking key: digits and capital letters without I, L, O, S and Z. Each of these five is read and heard as one
 * digit (1, 1, 0, 5, 2), so what people type instead is understood. 31 is prime, which the check character needs.
 */
export const trackingKeyAlphabet = "0123456789ABCDEFGHJKMNPQRTUVWXY";

const size = BigInt(trackingKeyAlphabet.length);

/** Characters that carry the secret: 19 × log2(31) = 94 bits. */
const secretCharacters = 19;
const groupLength = 4;

/**
 * A tracking key for reading aloud, "XXXX-XXXX-XXXX-XXXX-XXXX": 19 characters (94 bits) and a check character.
 *
 * The bytes are read as one number and written in base 31. With 32 bytes the difference in probability between two keys is below
 * 2^-160 of it, so keys are as unguessable as the bytes are.
 *
 * @param bytes at least 32 unpredictable bytes, such as an HMAC-SHA-256; the same bytes give the same key
 * @throws RangeError for fewer bytes
 */
export function trackingKeyFromBytes(bytes: Uint8Array): string {
  if (bytes.length < 32) throw new RangeError("a tracking key needs 32 bytes");
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let secret = "";
  for (let place = 0; place < secretCharacters; place += 1) {
    secret += trackingKeyAlphabet.charAt(Number(rest % size));
    rest /= size;
  }
  return grouped(secret + checkCharacter(secret));
}

/**
 * A tracking key as somebody typed it, in the form {@link trackingKeyFromBytes} gives. Accepts full-width and lower-case letters,
 * spaces and dashes anywhere or none, and I, L, O, S, Z for 1, 1, 0, 5, 2.
 *
 * @returns null if it cannot be a key: wrong length, other characters, or a check character that does not fit, which tells one
 *   mistyped character and two exchanged ones from a key that is not known
 */
export function normalizeTrackingKey(input: string): string | null {
  if (input.length > 200) return null;
  const plain = typedCode(input)
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0")
    .replace(/S/g, "5")
    .replace(/Z/g, "2");
  const characters = [...plain];
  if (characters.length !== secretCharacters + 1) return null;
  if (!characters.every((character) => trackingKeyAlphabet.includes(character))) return null;
  const secret = plain.slice(0, secretCharacters);
  return checkCharacter(secret) === plain.slice(secretCharacters) ? grouped(plain) : null;
}

/** Weighted sum modulo a prime, with a different weight for each place: any one wrong character or exchange of two changes it. */
function checkCharacter(secret: string): string {
  const sum = [...secret].reduce(
    (total, character, place) => total + trackingKeyAlphabet.indexOf(character) * (place + 2),
    0,
  );
  return trackingKeyAlphabet.charAt(sum % trackingKeyAlphabet.length);
}

function grouped(characters: string): string {
  return characters.match(new RegExp(`.{${groupLength}}`, "g"))?.join("-") ?? "";
}
