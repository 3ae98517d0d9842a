import type { Dns } from "#app/platform/mail/dns.server.ts";

type Records = { [K in keyof Dns]?: Record<string, string[] | null> };

/** Name servers that know these records and no others; null: that question is never answered. */
export function dnsOf(records: Records): Dns {
  const answer = (kind: keyof Dns) => async (name: string) => {
    const known = records[kind]?.[name];
    return known === undefined ? [] : known;
  };
  return {
    texts: answer("texts"),
    mailServers: answer("mailServers"),
    addresses: answer("addresses"),
    names: answer("names"),
  };
}
