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
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("X-Robots-Tag", "noindex, nofollow");
  return headers;
};
