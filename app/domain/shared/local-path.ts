/** Longest address one can be sent back to, in characters: the longest filter of a list has room. */
const longest = 500;

/**
 * A path of this site with its query, as one may be sent back to. Resolved as a browser resolves it, so that `/a/../b` is judged as `/b`.
 *
 * @returns null for anything that could lead elsewhere: another site, `//host`, `/\host`, control characters, too long
 */
export function localPath(value: string | null | undefined): string | null {
  if (!value || value.length > longest || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value)) return null;
  const origin = "https://site.invalid";
  const url = URL.parse(value, origin);
  if (!url || url.origin !== origin || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}`;
}
