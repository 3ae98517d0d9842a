import { Resolver } from "node:dns/promises";

/** What the domain name system answers: an empty list where there is no such record, null where nobody answered in time. */
export type Dns = {
  /** Each record as one text, its pieces joined (RFC 7208 §3.3). */
  texts(name: string): Promise<string[] | null>;
  /** Servers that take mail, the first to be tried first; "" for the one that says that none does (RFC 7505). */
  mailServers(name: string): Promise<string[] | null>;
  /** IPv4 and IPv6. */
  addresses(name: string): Promise<string[] | null>;
  /** Names of an address. */
  names(address: string): Promise<string[] | null>;
};

/** Codes that say that there is nothing, and not that nobody answered. */
const absent = ["ENODATA", "ENOTFOUND"];

/**
 * The name servers of this machine.
 *
 * @param within milliseconds from now after which every question, also one that follows on another, has no answer
 * @param servers others than those of the machine, `address:port`
 */
export function systemDns(within: number, servers?: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: Math.ceil(within / 2), tries: 2 });
  if (servers) resolver.setServers(servers);
  let isOver = false;
  // A question that is waited for keeps the process alive by itself.
  setTimeout(() => {
    isOver = true;
    resolver.cancel();
  }, within).unref();

  const ask = async <T>(question: () => Promise<T[]>): Promise<T[] | null> => {
    if (isOver) return null;
    try {
      return await question();
    } catch (error) {
      return absent.includes((error as NodeJS.ErrnoException).code ?? "") ? [] : null;
    }
  };
  return {
    texts: async (name) => (await ask(() => resolver.resolveTxt(name)))?.map((pieces) => pieces.join("")) ?? null,
    mailServers: async (name) => {
      const found = await ask(() => resolver.resolveMx(name));
      return found?.toSorted((one, other) => one.priority - other.priority).map(({ exchange }) => exchange) ?? null;
    },
    addresses: async (name) => {
      const [four, six] = await Promise.all([ask(() => resolver.resolve4(name)), ask(() => resolver.resolve6(name))]);
      return four === null && six === null ? null : [...(four ?? []), ...(six ?? [])];
    },
    // resolver.reverse says "not found" also where nobody answers
    names: (address) => ask(() => resolver.resolvePtr(reverseName(address))),
  };
}

/** `192.0.2.1` → `1.2.0.192.in-addr.arpa`, and the same for IPv6 by its 32 digits (RFC 3596 §2.5). */
export function reverseName(address: string): string {
  if (!address.includes(":")) return `${address.split(".").toReversed().join(".")}.in-addr.arpa`;
  const [head = "", tail] = address
    .split("::", 2)
    .map((part) => part.split(":").filter(Boolean))
    .map(digits);
  const whole = tail === undefined ? head : `${head}${"0".repeat(32 - head.length - tail.length)}${tail}`;
  return `${[...whole].toReversed().join(".")}.ip6.arpa`;
}

function digits(groups: string[]): string {
  return groups
    .map((group) => group.padStart(4, "0"))
    .join("")
    .toLowerCase();
}
