import type { HeadersFunction } from "@remix-run/node";

/** Desk, tracking, receipt and answer pages: seen by one person, kept by nobody, and their address goes nowhere. */
export const privateHeaders: HeadersFunction = ({ errorHeaders, actionHeaders, loaderHeaders }) => {
  const headers = new Headers(errorHeaders ?? undefined);
  for (const source of [loaderHeaders, actionHeaders]) {
    for (const name of ["Retry-After", "Set-Cookie"]) {
      for (const value of name === "Set-Cookie" ? source.getSetCookie() : [source.get(name)]) {
        if (value) headers.append(name, value);
      }
    }
  }
  headers.set("Cache-Control", "no-store");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("X-Robots-Tag", "noindex, nofollow");
  return headers;
};

/** Public pages: anybody may keep them, and asks each time whether they are still right (the server adds an ETag). They set no cookies. */
export const publicHeaders: HeadersFunction = ({ errorHeaders }) => {
  const headers = new Headers(errorHeaders ?? undefined);
  headers.set("Cache-Control", errorHeaders ? "no-store" : "public, max-age=0, must-revalidate");
  // colours, text size and furigana are chosen by a cookie
  headers.set("Vary", "Cookie");
  return headers;
};

/** Pages of public forms: as public pages while they are empty; what the action answers is kept as the action says. */
export const formHeaders: HeadersFunction = (parts) => {
  const { actionHeaders } = parts;
  const kept = actionHeaders.get("Cache-Control");
  if (kept === null) return publicHeaders(parts);
  const headers = new Headers({ "Cache-Control": kept });
  const retryAfter = actionHeaders.get("Retry-After");
  if (retryAfter !== null) headers.set("Retry-After", retryAfter);
  return headers;
};

/** For layouts: the error page they show is kept by nobody (404 is otherwise cacheable); pages have headers of their own. */
export const errorHeaders: HeadersFunction = ({ errorHeaders: ofError, parentHeaders }) => {
  if (!ofError) return parentHeaders;
  const headers = new Headers(ofError);
  headers.set("Cache-Control", "no-store");
  return headers;
};
