import { splitLocale } from "#app/routes/paths.ts";

/**
 * A path as routes are matched: whatever the case of its letters, and with each of its segments decoded (`/%64esk`); a slash that was written
 * as one character (`%2F`) parts nothing.
 */
export function asMatched(pathname: string): string {
  try {
    const segments = pathname.split("/").map((segment) => decodeURIComponent(segment).replaceAll("/", "%2F"));
    return segments.join("/").toLowerCase();
  } catch {
    return pathname.toLowerCase();
  }
}

/**
 * The path of a request, without its query, as routes are matched: resolved as Remix resolves it (`/x/../desk`, `/desk#x`), decoded, in any
 * case, with or without a slash at its end.
 */
function pathOf(url: string): string {
  const resolved = URL.parse(`http://site.invalid${url}`)?.pathname ?? url;
  return asMatched(resolved);
}

/** Whether staff alone, or one person alone, may open it: the desk, receipts, confirmations, tracking and answer pages, and what an address follows. */
export function isPrivateAddress(url: string): boolean {
  return /^\/(?:desk(?:\/|$)|(?:answer|confirm|follows?|receipts|track)\/.)/.test(splitLocale(pathOf(url)).path);
}

/**
 * Whether mail programs post to it when their unsubscribe button is pressed (RFC 8058): from elsewhere, and without cookies, so that nothing
 * but the token in the address says what it may do.
 */
export function isOneClick(url: string): boolean {
  return /^\/follows\/[^/]+\/stop\/[^/]+\/?$/.test(splitLocale(pathOf(url)).path);
}

/**
 * Whether it is one of the addresses from which Remix serves a page's data and the list of routes to scripts. No page here has any, so they
 * would only be a second way in.
 */
export function isForScripts(url: string): boolean {
  return /(?:\.data|\/__manifest)\/?$/.test(pathOf(url));
}
