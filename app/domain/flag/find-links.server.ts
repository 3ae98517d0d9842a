import { domainToUnicode } from "node:url";
import LinkifyIt from "linkify-it";
import topLevelDomains from "tlds" with { type: "json" };
import { parse } from "tldts";
import { matchingView } from "#app/domain/shared/normalize-text.ts";
import type { LinkShape } from "./flag.ts";

/** A link in a text, with offsets of the original, and what makes it look like those of phishing; null: nothing does. */
export type FoundLink = { start: number; end: number; shape: LinkShape | null };

/** Services that hide where a link leads. */
const shorteners = new Set([
  "bit.ly",
  "buff.ly",
  "cutt.ly",
  "goo.gl",
  "is.gd",
  "j.mp",
  "lnkd.in",
  "onl.bz",
  "onl.la",
  "onl.sc",
  "ow.ly",
  "qr.paps.jp",
  "rb.gy",
  "rebrand.ly",
  "s.id",
  "shorturl.at",
  "t.co",
  "t.ly",
  "tiny.cc",
  "tinyurl.com",
  "urx.nu",
  "urx2.nu",
  "urx3.nu",
  "ux.nu",
  "v.gd",
  "x.gd",
]);

/** Letters of other scripts that are drawn as Latin ones. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: "a", с: "c", ԁ: "d", е: "e", һ: "h", і: "i", ј: "j", к: "k", ӏ: "l", м: "m", п: "n", о: "o", р: "p", ԛ: "q" },
  ...{ ѕ: "s", т: "t", у: "y", ѵ: "v", ԝ: "w", х: "x" },
  ...{ α: "a", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x" },
  ...{ ı: "i", ɑ: "a", ɡ: "g" },
};

const asciiOnly = /^[\x21-\x7e]*$/;

/** Those in Latin letters: before others, a full stop mostly ends a sentence. */
const latinDomains = new Set(topLevelDomains.filter((name) => /^[a-z]+$/.test(name)));
const linkifier = new LinkifyIt({}, { fuzzyEmail: false, fuzzyIP: false }).tlds([...latinDomains], true);

/** Top-level domains that names of files and companies end in as well: README.md, Mihon Co.Ltd. */
const fileEndings = new Set([
  "cab",
  "cc",
  "inc",
  "llc",
  "ltd",
  "md",
  "mov",
  "pl",
  "ps",
  "pub",
  "py",
  "rs",
  "sh",
  "so",
  "zip",
]);

/**
 * The links in a text, also those without a scheme or with brackets around their dots, in every width; links to the city's own pages are none.
 * Nothing is looked up: what is said of a link is read from its letters alone.
 *
 * @param cityDomains domains of the city, as they are registered: "city.tomakomai.hokkaido.jp"
 */
export function findLinks(original: string, cityDomains: readonly string[]): FoundLink[] {
  const view = matchingView(original);
  const { text, origin } = withLinksPlain(view.text);
  return (linkifier.match(text) ?? []).flatMap(({ schema, index, lastIndex, raw, url }) => {
    if (schema === "mailto:") return [];
    if (schema === "" && isOfMail(text.slice(Math.max(0, index - 8), index), raw, text.charAt(lastIndex))) return [];
    // nor is the sentence that runs into a link without a scheme: 「サイトはexample.jp」
    const front = schema === "" ? (/^[^!-~]+(?=[a-z0-9])/i.exec(raw)?.[0].length ?? 0) : 0;
    if (schema === "" && isOtherName(raw.slice(front))) return [];
    const link = linkOf(front === 0 ? url : `http://${raw.slice(front)}`);
    if (link === null || isOf(cityDomains, link.host)) return [];
    // the sentence that runs on after a host is none of the link either
    const end = link.isCut ? lastIndex - link.rest : lastIndex;
    const range = view.originalRange(origin[index + front] ?? 0, (origin[end - 1] ?? 0) + 1);
    return [{ ...range, shape: shapeOf(link, cityDomains) }];
  });
}

/** Dots and colons in brackets, and hxxp: written so that nobody follows a link by accident. */
const defanged = /(?<=[\p{L}\p{N}])[[({](\.|dot|:)[\])}](?=[\p{L}\p{N}/])|(?<![a-z])(hxxp)(?=s?(?::|\[:\])\/\/)/giu;

/** Where a host may end and Japanese runs on: 「example.comを見て」. */
const hostBeforeWords =
  /(?<![\w.\-/@?#=&%+])(?:https?:\/\/)?(?:[a-z0-9-]+\.)+([a-z]{2,18})(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/giu;

/** The text as links are usually written in it, with a space after a host that Japanese runs on from; `origin`: where each unit stood before. */
function withLinksPlain(text: string): { text: string; origin: number[] } {
  const edits = [...text.matchAll(defanged)].map(({ index, 0: { length }, 1: sign, 2: scheme }) => {
    const plain = scheme === undefined ? (sign === ":" ? ":" : ".") : "http";
    return { start: index, end: index + length, plain };
  });
  const plain = spliced(text, edits);
  const borders = [...plain.text.matchAll(hostBeforeWords)]
    .filter(([, ending = ""]) => latinDomains.has(ending.toLowerCase()))
    .map(({ index, 0: { length } }) => ({ start: index + length, end: index + length, plain: " " }));
  const spaced = spliced(plain.text, borders);
  return { text: spaced.text, origin: spaced.origin.map((place) => plain.origin[place] ?? 0) };
}

/** Puts other characters in the place of some. */
function spliced(text: string, edits: { start: number; end: number; plain: string }[]) {
  let result = "";
  let done = 0;
  const origin: number[] = [];
  const keep = (until: number) => {
    result += text.slice(done, until);
    for (; done < until; done += 1) origin.push(done);
  };
  for (const { start, end, plain } of edits) {
    keep(start);
    result += plain;
    origin.push(...Array.from(plain, () => start));
    done = end;
  }
  keep(text.length);
  return { text: result, origin };
}

/** Whether a host without a scheme is a piece of a mail address: taro.top@example.com, mihon[at]example.com. */
function isOfMail(before: string, raw: string, after: string): boolean {
  return (
    after === "@" || /(?:@|[[({<] ?(?:at|アット|あっと) ?[\])}>]) ?$/i.test(before) || /^[^/]*[!-~][★☆●◎■◆]/.test(raw)
  );
}

/** Whether what has the form of a host, and nothing more that makes it a link, rather names a file or numbers a line: README.md, 1.IT. */
function isOtherName(raw: string): boolean {
  if (/^www\.|[/?#:]/i.test(raw)) return false;
  const labels = raw.split(".");
  const ending = labels.pop() ?? "";
  // ．AI: a sentence that begins with an abbreviation
  const beginsSentence = /^[A-Z]+$/.test(ending) && /[^!-~]$/.test(labels.at(-1) ?? "");
  return (
    beginsSentence ||
    fileEndings.has(ending.toLowerCase()) ||
    labels.every((label) => /^(?:[a-z]|\d{1,2})$/i.test(label))
  );
}

type Link = {
  host: string;
  hasUserInfo: boolean;
  isIp: boolean;
  /** Whether a sentence runs on after the host, and how long what follows the host is. */
  isCut: boolean;
  rest: number;
};

function linkOf(address: string): Link | null {
  const [, before = "", authority = ""] = /^([a-z]*:?\/\/)([^/?#]*)/i.exec(address) ?? [];
  const written = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  const host = hostIn(written);
  if (host === null) return null;
  const url = `http://${host}/`;
  if (!URL.canParse(url)) return null;
  // reads 0x7f.1 and 3232235777 as the addresses they are
  const { hostname } = new URL(url);
  const shown = domainToUnicode(hostname) || hostname;
  return {
    host: shown.toLowerCase(),
    hasUserInfo: authority.includes("@"),
    isIp: /^[\d.]+$|^\[/.test(hostname),
    isCut: host.length < written.length,
    rest: address.length - before.length - authority.lastIndexOf("@") - 1 - host.length,
  };
}

/**
 * The host at the beginning of what stands there. Japanese has no spaces, so 「example.comを見て」 is a host and a sentence: the shortest
 * piece that ends in a known top-level domain, before a change from Latin to another script, is the host.
 */
function hostIn(written: string): string | null {
  if (asciiOnly.test(written)) return written === "" ? null : written;
  const borders = [...written.matchAll(/(?<=[a-z])(?=[^!-~])/gi)].map(({ index }) => index);
  for (const border of borders) {
    const candidate = written.slice(0, border);
    const { domain, isIcann } = parse(candidate);
    if (domain !== null && isIcann === true && candidate.lastIndexOf(".") > written.lastIndexOf(".", border - 1) - 1) {
      return candidate;
    }
  }
  return written;
}

function isOf(domains: readonly string[], host: string): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function shapeOf(link: Link, cityDomains: readonly string[]): LinkShape | null {
  if (link.isIp) return "IP_ADDRESS";
  if (link.hasUserInfo) return "USER_INFO";
  if (cityDomains.some((domain) => looksLike(link.host, domain))) return "LIKE_THE_CITY";
  if (link.host.split(".").some(mixesScripts)) return "FOREIGN_LETTERS";
  return isOf([...shorteners], link.host) ? "SHORTENED" : null;
}

/** Latin with Cyrillic, Greek and the like in one label, or a label of nothing but letters drawn as Latin ones. Latin with Japanese is usual. */
function mixesScripts(label: string): boolean {
  const letters = [...label].filter((letter) => /\p{L}/u.test(letter));
  const foreign = letters.filter(
    (letter) =>
      !/[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}]/u.test(letter),
  );
  if (foreign.length === 0) return false;
  const isHangul = foreign.every((letter) => /\p{Script=Hangul}/u.test(letter));
  if (isHangul) return false;
  return foreign.length < letters.length || foreign.every((letter) => lookAlikes[letter] !== undefined);
}

/** A host that carries the city's domain inside another, or differs from it in a letter or two, as drawn. */
function looksLike(host: string, domain: string): boolean {
  const dotted = `.${host.replaceAll("-", ".")}.`;
  if (dotted.includes(`.${domain.replaceAll("-", ".")}.`)) return true;
  const written = [host.replace(/^www\d*\./, ""), parse(host).domain ?? host];
  return written.some((candidate) => isNear(drawn(candidate), drawn(domain)));
}

function drawn(host: string): string {
  return [...host]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("0", "o")
    .replace(/[1l|]/g, "i");
}

/** Whether two names differ in at most two letters (one in short names). */
function isNear(one: string, other: string): boolean {
  const most = other.length >= 16 ? 2 : 1;
  if (Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
