/** What of a request says where it comes from. `protocol` and `host` are the server's own idea, after trusted proxies. */
export type OriginFacts = {
  method: string;
  protocol: string;
  host: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a state-changing request comes from our own pages (protection against cross-site request forgery without tokens; the
 * algorithm of Go's net/http CrossOriginProtection). Browsers send `Sec-Fetch-Site` on trustworthy origins and `Origin` on every POST;
 * a request with neither is no browser's, and so nobody's cookies ride on it.
 */
export function isSameOrigin({ method, protocol, host, secFetchSite, origin }: OriginFacts): boolean {
  if (safeMethods.has(method)) return true;
  if (secFetchSite !== undefined) return secFetchSite === "same-origin" || secFetchSite === "none";
  if (origin === undefined) return true;
  return origin === `${protocol}://${host}`;
}
