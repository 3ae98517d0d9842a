/** What the HTTP server tells every loader and action about the request. */
export type RequestFacts = {
  /** The client's own address; a proxy's word for it counts only where the proxy is trusted. */
  clientAddress: string;
  /** True when the client reached us (or our trusted proxy) over TLS. */
  secure: boolean;
  requestId: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestFacts {}
}

// Tells the types what remix.config.js switched on: data arrives as it was returned, not as JSON.
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
