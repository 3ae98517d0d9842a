import { BlockList, isIP } from "node:net";
import { getDomain } from "tldts";
import { env } from "#app/platform/env.ts";
import { type DkimKey, dkimKey } from "#app/platform/mail/dkim.server.ts";
import { type Dns, systemDns } from "#app/platform/mail/dns.server.ts";
import {
  checkOf,
  type DeliveryCheck,
  dkimName,
  readDkim,
  readDmarc,
  readMx,
  readSpf,
  type Signing,
} from "./delivery-checks.ts";

/** How long a page waits for name servers, in milliseconds. */
const longestWait = 3_000;

/** How long what was found is shown again, in milliseconds. Records change seldom, and name servers keep them as long. */
const kept = 10 * 60_000;

/** How soon they are asked again at the earliest, however often somebody presses the button, in milliseconds. */
const earliest = 10_000;

/** What the installation is set to, as far as the world has to know it. */
export type DeliverySetUp = {
  /** Domain of the sender people see. */
  sender: string;
  /** Domain of the envelope's sender, which SPF is asked about. */
  envelope: string;
  /** Domain that must take mail, for what comes back. */
  receiving: string;
  /** What mails are signed with; null: they are not signed here. */
  signing: Signing | null;
  /** Name or address of the mail server; null: mail goes to files. */
  server: string | null;
};

/** The present set-up, from the environment. */
export function deliverySetUp(): DeliverySetUp {
  const { MAIL_FROM, REPLY_DOMAIN, SMTP_URL } = env();
  const sender = domainOf(MAIL_FROM.address);
  return {
    sender,
    envelope: REPLY_DOMAIN ?? sender,
    receiving: REPLY_DOMAIN ?? sender,
    signing: signingOf(dkimKey(), sender),
    server: SMTP_URL === undefined ? null : new URL(SMTP_URL).hostname.replace(/^\[|\]$/g, ""),
  };
}

function signingOf(key: DkimKey | null, sender: string): Signing | null {
  if (key === null) return null;
  const { domain, selector, publicKeys } = key;
  const isAligned = domain === sender || (getDomain(domain) !== null && getDomain(domain) === getDomain(sender));
  return { domain, selector, publicKeys: [publicKeys.usual, publicKeys.short], isAligned };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** Asks the domain name system about everything that decides whether mail of this set-up arrives, all at once. */
export async function checkDelivery(setUp: DeliverySetUp, dns: Dns): Promise<DeliveryCheck[]> {
  return Promise.all([
    dns.texts(setUp.envelope).then((texts) => readSpf(setUp.envelope, texts)),
    dkimOf(setUp.signing, dns),
    dmarcOf(setUp.sender, dns),
    dns.mailServers(setUp.receiving).then((servers) => readMx(setUp.receiving, servers)),
    reverseOf(setUp.server, dns),
  ]);
}

async function dkimOf(signing: Signing | null, dns: Dns): Promise<DeliveryCheck> {
  return readDkim(signing, signing === null ? null : await dns.texts(dkimName(signing)));
}

/** A domain without a record of its own has its organisation's (RFC 7489 §6.6.3). */
async function dmarcOf(domain: string, dns: Dns): Promise<DeliveryCheck> {
  const own = readDmarc(domain, await dns.texts(`_dmarc.${domain}`));
  const organisation = getDomain(domain);
  if (own.finding !== "none" || organisation === null || organisation === domain) return own;
  return readDmarc(organisation, await dns.texts(`_dmarc.${organisation}`));
}

/**
 * Whether the mail server's address has a name, and that name this address: many receivers refuse mail from others. A server inside (loopback,
 * private network) hands mail to another one that cannot be seen from here.
 */
async function reverseOf(server: string | null, dns: Dns): Promise<DeliveryCheck> {
  if (server === null) return checkOf("reverse", "off", "", null);
  if (server === "localhost") return checkOf("reverse", "inside", server, null);
  const addresses = isIP(server) === 0 ? await dns.addresses(server) : [server];
  if (addresses === null) return checkOf("reverse", "silence", server, null);
  const [address] = addresses;
  if (address === undefined) return checkOf("reverse", "noAddress", server, null);
  if (isInside(address)) return checkOf("reverse", "inside", server, [address]);
  const names = await dns.names(address);
  if (names === null) return checkOf("reverse", "silence", address, null);
  const [name] = names;
  if (name === undefined) return checkOf("reverse", "none", address, null);
  const back = await dns.addresses(name);
  if (back === null) return checkOf("reverse", "silence", name, [name]);
  return checkOf("reverse", back.includes(address) ? "good" : "differs", address, [name]);
}

const insideNetworks = new BlockList();
insideNetworks.addSubnet("0.0.0.0", 8);
insideNetworks.addSubnet("10.0.0.0", 8);
insideNetworks.addSubnet("100.64.0.0", 10);
insideNetworks.addSubnet("127.0.0.0", 8);
insideNetworks.addSubnet("169.254.0.0", 16);
insideNetworks.addSubnet("172.16.0.0", 12);
insideNetworks.addSubnet("192.168.0.0", 16);
insideNetworks.addAddress("::1", "ipv6");
insideNetworks.addSubnet("fc00::", 7, "ipv6");
insideNetworks.addSubnet("fe80::", 10, "ipv6");

function isInside(address: string): boolean {
  return insideNetworks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

export type FoundDelivery = { at: Date; checks: DeliveryCheck[] };

let last: { at: Date; checks: Promise<DeliveryCheck[]> } | undefined;

/**
 * What was found lately, or is found now. Several readers at once share one round of questions; it takes three seconds at most, and what has
 * no answer until then says so.
 *
 * @param anew ask again, unless somebody did so a moment ago
 */
export async function recentDelivery(
  now: Date,
  anew = false,
  dns = () => systemDns(longestWait),
): Promise<FoundDelivery> {
  const age = last === undefined ? Number.POSITIVE_INFINITY : now.getTime() - last.at.getTime();
  if (last === undefined || age >= (anew ? earliest : kept)) {
    last = { at: now, checks: checkDelivery(deliverySetUp(), dns()) };
  }
  const { at, checks } = last;
  return { at, checks: await checks };
}
