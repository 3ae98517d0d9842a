import { type Actor, isStaff } from "#app/domain/shared/actor.ts";

/** What is looked at in the domain name system, in the order in which receiving servers care. */
export const checkNames = ["spf", "dkim", "dmarc", "mx", "reverse"] as const;

export type CheckName = (typeof checkNames)[number];

/** `good`: nothing to do. `notice`: mail arrives, but less surely. `bad`: mail is refused or lost. `unknown`: cannot be seen from here. */
export type CheckTone = "good" | "notice" | "bad" | "unknown";

/** Everything a check can find, with what it means for mail. Each has words of its own. */
export const findings = {
  spf: { good: "good", none: "bad", several: "bad", everybody: "bad", tooLong: "bad", neutral: "notice" },
  dkim: {
    good: "good",
    off: "notice",
    none: "bad",
    several: "bad",
    revoked: "bad",
    unreadable: "bad",
    otherKey: "bad",
    otherDomain: "notice",
    testing: "notice",
  },
  dmarc: { good: "good", none: "notice", several: "bad", unreadable: "bad", watching: "notice" },
  mx: { good: "good", none: "bad", refuses: "bad" },
  reverse: { good: "good", off: "unknown", inside: "unknown", noAddress: "bad", none: "bad", differs: "notice" },
} as const satisfies Record<CheckName, Record<string, CheckTone>>;

type FindingOf<N extends CheckName> = keyof (typeof findings)[N] | "silence";

/**
 * One check: what was asked for, which records were found, and what they amount to. `silence`: nobody answered. `wanted`: the record that should
 * stand there, as far as it is known here.
 */
export type DeliveryCheck = {
  [N in CheckName]: {
    name: N;
    finding: FindingOf<N>;
    tone: CheckTone;
    asked: string;
    found: string[];
    wanted: string | null;
  };
}[CheckName];

/** Administrators answer for the installation; what is wrong with its domain is theirs to put right. */
export function mayCheckDelivery(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

export function checkOf<N extends CheckName>(
  name: N,
  finding: FindingOf<N>,
  asked: string,
  found: readonly string[] | null,
  wanted: string | null = null,
): DeliveryCheck {
  const tones: Record<string, CheckTone> = findings[name];
  return {
    name,
    finding,
    tone: tones[finding as string] ?? "unknown",
    asked,
    found: [...(found ?? [])],
    wanted,
  } as DeliveryCheck;
}

/** Most terms of an SPF record that make the receiver ask further (RFC 7208 §4.6.4); more, and it counts as broken. */
const mostLookups = 10;

/** Who may send for a domain (RFC 7208). Only what the record itself says: which servers an `include` stands for is not followed. */
export function readSpf(domain: string, texts: readonly string[] | null): DeliveryCheck {
  if (texts === null) return checkOf("spf", "silence", domain, null);
  const records = texts.filter((text) => /^v=spf1(?:\s|$)/i.test(text));
  const [record = "", ...others] = records;
  const terms = record.toLowerCase().split(/\s+/).slice(1);
  const finding = (): FindingOf<"spf"> => {
    if (records.length === 0) return "none";
    if (others.length > 0) return "several";
    if (terms.some((term) => /^\+?all$/.test(term))) return "everybody";
    if (
      terms.filter((term) =>
        /^[+?~-]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?:[:/]|$)|exists:)|^redirect=/.test(term),
      ).length > mostLookups
    )
      return "tooLong";
    return terms.some((term) => /^[~-]all$|^redirect=/.test(term)) ? "good" : "neutral";
  };
  return checkOf("spf", finding(), domain, records);
}

/** What receivers are to do with mail that is not this domain's (RFC 7489). `domain`: where the record was found, or looked for last. */
export function readDmarc(domain: string, texts: readonly string[] | null): DeliveryCheck {
  const asked = `_dmarc.${domain}`;
  if (texts === null) return checkOf("dmarc", "silence", asked, null);
  const records = texts.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text));
  const policy = tagsOf(records[0] ?? "")
    .get("p")
    ?.toLowerCase();
  const finding = (): FindingOf<"dmarc"> => {
    if (records.length === 0) return "none";
    if (records.length > 1) return "several";
    if (policy === "none") return "watching";
    return policy === "quarantine" || policy === "reject" ? "good" : "unreadable";
  };
  return checkOf("dmarc", finding(), asked, records);
}

/** What mails are signed with here, as far as others may know it. */
export type Signing = {
  domain: string;
  selector: string;
  /** The public key as a record's `p=` may hold it, the usual form first. */
  publicKeys: readonly [string, ...string[]];
  /** Whether the domain belongs to the organisation of the sender that people see (RFC 7489 §3.1.1). */
  isAligned: boolean;
};

/** Where receivers look for the key that signatures are checked with. */
export function dkimName({ domain, selector }: Signing): string {
  return `${selector}._domainkey.${domain}`;
}

/** The key that receivers check signatures with (RFC 6376 §3.6.1), compared with the one that signs. `signing` null: mails are not signed here. */
export function readDkim(signing: Signing | null, texts: readonly string[] | null): DeliveryCheck {
  if (signing === null) return checkOf("dkim", "off", "", null);
  const asked = dkimName(signing);
  const wanted = `v=DKIM1; k=rsa; p=${signing.publicKeys[0]}`;
  if (texts === null) return checkOf("dkim", "silence", asked, null, wanted);
  const records = texts.filter((text) => tagsOf(text).has("p"));
  const tags = tagsOf(records[0] ?? "");
  const key = tags.get("p") ?? "";
  const finding = (): FindingOf<"dkim"> => {
    if (records.length === 0) return "none";
    if (records.length > 1) return "several";
    if (key === "") return "revoked";
    if ((tags.get("v") ?? "DKIM1") !== "DKIM1" || !/^[A-Za-z0-9+/]+=*$/.test(key)) return "unreadable";
    if (!signing.publicKeys.includes(key)) return "otherKey";
    if (tags.get("t")?.split(":").includes("y")) return "testing";
    return signing.isAligned ? "good" : "otherDomain";
  };
  return checkOf("dkim", finding(), asked, records, finding() === "good" ? null : wanted);
}

/** Whether mail to a domain reaches anybody. */
export function readMx(domain: string, servers: readonly string[] | null): DeliveryCheck {
  if (servers === null) return checkOf("mx", "silence", domain, null);
  if (servers.length === 0) return checkOf("mx", "none", domain, servers);
  return servers.every((server) => server === "" || server === ".")
    ? checkOf("mx", "refuses", domain, [])
    : checkOf("mx", "good", domain, servers);
}

/** `name=value; …` by its names in lower case; spaces inside values are left out, as keys are broken by them. */
export function tagsOf(record: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of record.split(";")) {
    const at = part.indexOf("=");
    if (at > 0) tags.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).replace(/\s+/g, ""));
  }
  return tags;
}
