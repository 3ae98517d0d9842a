import { randomUUID } from "node:crypto";
import { subHours } from "date-fns/subHours";
import { subMinutes } from "date-fns/subMinutes";
import { parse } from "tldts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemColumn, type ItemRef } from "#app/domain/shared/item-column.ts";
import { forMatching } from "#app/domain/shared/normalize-text.ts";
import { findPersonalData } from "#app/domain/shared/personal-data.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { findLinks } from "./find-links.server.ts";
import { findWords } from "./find-words.ts";
import { burst, type Finding, type FlaggedTexts, mostFlags, printOf, senderHours } from "./flag.ts";
import { flagCopies, isSameSender, type Sender } from "./flag-copies.server.ts";

/** What the flags of a text are read from. */
export type JudgedText = {
  texts: FlaggedTexts;
  /** Whether the texts may become public: personal data in what only the city reads is no finding. */
  mayBecomePublic: boolean;
};

/** What was found in an item, and by what it will be recognised. Goes to {@link keepFlags} once the item is stored. */
export type Judgement = {
  findings: Finding[];
  /** Whether it holds what may not be public before a person has read it: anything like personal data, or a link of phishing. */
  mustBeReadFirst: boolean;
  print: string | null;
} & Sender;

const whole = { field: null, start: null, end: null, reason: null, count: null } as const;

/**
 * What should be looked at twice in something that arrives: in its texts, and in how it arrives. It is for people to look at: whoever calls
 * this stores the item whatever is found.
 */
export async function judgeArrival(
  context: TxContext,
  { body, sender, emailAddressId, ...text }: JudgedText & Sender & { body: string },
): Promise<Judgement> {
  const print = printKey(body);
  const { findings: ofText, mustBeReadFirst } = await judgeText(context, text);
  const findings = [
    ...ofText,
    ...(await sameBefore(context, { print, sender, emailAddressId })),
    ...(await burstOf(context, sender)),
  ];
  return { findings: findings.slice(0, mostFlags), mustBeReadFirst, print, sender, emailAddressId };
}

/**
 * What is found in texts as they stand and as the lists are now, for what is about to be public unread. Nothing is kept: the flags of an item
 * do not change under the hands of those who work on it.
 */
export async function judgeNow(
  context: TxContext,
  texts: FlaggedTexts,
): Promise<{ isFlagged: boolean; mustBeReadFirst: boolean }> {
  const { findings, mustBeReadFirst } = await judgeText(context, { texts, mayBecomePublic: true });
  return { isFlagged: findings.length > 0, mustBeReadFirst };
}

/** What should be looked at twice in the texts themselves; of personal data also what is hardly likely lets nothing be public unread. */
async function judgeText(
  context: TxContext,
  { texts, mayBecomePublic }: JudgedText,
): Promise<Pick<Judgement, "findings" | "mustBeReadFirst">> {
  const words = await context.tx.flagWord.findMany({ where: { isActive: true }, select: { matched: true } });
  const desks = await context.tx.desk.findMany({ select: { phone: true, mailbox: true } });
  const list = words.map(({ matched }) => matched);
  const allowedPhones = desks.map(({ phone }) => phone);
  const cities = cityDomains(desks);
  let hasPersonalData = false;
  const findings = Object.entries(texts).flatMap(([field, text]): Finding[] => {
    if (!text) return [];
    const at = { field, reason: null, count: null };
    const personal = mayBecomePublic ? findPersonalData(text, { allowedPhones }) : [];
    hasPersonalData ||= personal.length > 0;
    return [
      ...findLinks(text, cities).map(
        ({ shape, start, end }): Finding => ({ ...at, kind: shape ? "PHISHING" : "LINK", reason: shape, start, end }),
      ),
      ...personal
        .filter(({ confidence }) => confidence !== "low")
        .map(({ kind, start, end }): Finding => ({ ...at, kind: "PERSONAL_DATA", reason: kind, start, end })),
      ...findWords(text, list).map((place): Finding => ({ ...at, kind: "WORD", ...place })),
    ];
  });
  return { findings, mustBeReadFirst: hasPersonalData || findings.some(({ kind }) => kind === "PHISHING") };
}

/** Domains of the desks' mailboxes and of this site: those are the city's own. */
function cityDomains(desks: { mailbox: string | null }[]): string[] {
  const hosts = desks.map(({ mailbox }) => (mailbox ?? "").slice((mailbox ?? "").lastIndexOf("@") + 1).toLowerCase());
  const { domain } = parse(env().BASE_URL);
  return [...new Set([...hosts, domain ?? ""])].filter((host) => host.includes("."));
}

function printKey(body: string): string | null {
  const letters = printOf(forMatching(body));
  return letters === null ? null : deriveToken("text-print", letters, 22);
}

async function sameBefore(
  context: TxContext,
  { print, sender, emailAddressId }: { print: string | null } & Sender,
): Promise<Finding[]> {
  if (print === null) return [];
  const earlier = await context.tx.textPrint.findMany({
    where: { print },
    select: { sender: true, emailAddressId: true },
    take: 1_000,
  });
  const repeated = earlier.filter((one) => isSameSender(one, { sender, emailAddressId })).length;
  const others = earlier.length - repeated;
  return [
    ...(repeated > 0 ? [{ ...whole, kind: "REPEATED" as const, count: repeated }] : []),
    ...(others > 0 ? [{ ...whole, kind: "SAME_TEXT" as const, count: others }] : []),
  ];
}

async function burstOf(context: TxContext, sender: string | null): Promise<Finding[]> {
  if (sender === null) return [];
  const earlier = await context.tx.textPrint.count({
    where: { sender, at: { gt: subMinutes(context.now, burst.minutes) } },
  });
  return earlier + 1 >= burst.size ? [{ ...whole, kind: "BURST", count: earlier + 1 }] : [];
}

/**
 * Stores what was found in an item that was just stored, and by what its text is recognised when it comes again. Where it came before, those
 * before it are flagged, too, while they wait to be read: whoever opens the first of many should know.
 */
export async function keepFlags(
  context: TxContext,
  item: ItemRef,
  { findings, print, sender, emailAddressId }: Judgement,
): Promise<void> {
  const of = columnOf(item);
  await storeFindings(context, of, 1, findings);
  await context.tx.textPrint.create({
    data: { id: randomUUID(), ...of, print, sender, emailAddressId, at: context.now },
    select: { id: true },
  });
  if (print !== null) await flagCopies(context, { print, sender, emailAddressId });
}

/**
 * Looks at an item's texts anew: after its author revised them, or after something in them was hidden. What was said of how it arrived stays.
 *
 * @returns whether anything is left to be looked at twice
 */
export async function flagAnew(
  context: TxContext,
  item: ItemRef,
  { revision, ...text }: JudgedText & { revision: number },
): Promise<boolean> {
  const of = columnOf(item);
  const findings = (await judgeText(context, text)).findings.slice(0, mostFlags);
  await context.tx.flag.deleteMany({ where: { ...of, kind: { in: ["WORD", "PHISHING", "LINK", "PERSONAL_DATA"] } } });
  await storeFindings(context, of, revision, findings);
  const print = printKey(text.texts.body ?? "");
  await context.tx.textPrint.updateMany({ where: of, data: { print } });
  const left = await context.tx.flag.count({ where: of });
  return left > 0;
}

/** Lets go of what tells that things came from one network, once a day has passed. @returns of how many items */
export async function forgetSenders(now: Date): Promise<number> {
  const { count } = await db().textPrint.updateMany({
    where: { sender: { not: null }, at: { lt: subHours(now, senderHours) } },
    data: { sender: null },
  });
  return count;
}

async function storeFindings(context: TxContext, of: ItemColumn, revision: number, findings: Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await context.tx.flag.createMany({
    data: findings.map((finding) => ({ id: randomUUID(), ...of, revision, ...finding, at: context.now })),
  });
}
