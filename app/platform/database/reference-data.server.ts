import { LRUCache } from "lru-cache";
import type { PrismaClient } from "#app/generated/prisma/client.ts";
import { isHearingChanges, referenceGeneration } from "../content-changes.server.ts";
import { db } from "./client.server.ts";

/** What the city sets once and pages read at each request. The database says when a row of these changes: migration `reference_changes`. */
export const referenceTables = [
  "setting",
  "department",
  "section",
  "desk",
  "routingRule",
  "plan",
  "theme",
  "reason",
  "cannedReply",
  "outcome",
] as const satisfies (keyof PrismaClient)[];
const reads = ["findMany", "findFirst", "findUnique"] as const;

type Table = (typeof referenceTables)[number];
type Read = (typeof reads)[number];

/** Reads of reference data: of `referenceData()` on a page, of `context.tx` inside a command. */
export type ReferenceReader = { [T in Table]: Pick<PrismaClient[T], Read> };

/**
 * Columns and relations of these tables that change with people's work, of which the database says nothing: they are never kept.
 * `tests/architecture/reference-data.test.ts` finds one that is missing here.
 */
export const livelyFields: readonly string[] = [
  ...["proposalCount", "answeredCount", "commentCount", "_count"],
  ...["submissions", "handled", "assignments", "timeline", "answers", "comments", "follows", "followRequests"],
  ...["staff", "questions", "question", "versions"],
];

/** Answers kept at most; there are some dozens of questions, and a few carry the day. */
const most = 500;
/** Milliseconds an answer is kept at most: where the connection that hears of changes fell silent and nobody has noticed yet, nothing is older. */
const timeToLive = 60_000;

type Kept = { answers: LRUCache<string, Promise<unknown>>; generation: number };
// by client: tests have one database after the other
const kept = new WeakMap<PrismaClient, Kept>();

/**
 * Reads what seldom changes, and keeps the answer in memory until any of its tables changes, in this process or another: a change is heard
 * within milliseconds of its commit. So it is for pages only; what decides about anything reads in its own transaction. Where changes are not
 * being heard (a worker of its own, a script), every read goes to the database.
 *
 * What it returns is shared and frozen.
 *
 * @throws Error for a question about anything else
 */
export function referenceData(): ReferenceReader {
  return reader;
}

const reader = Object.fromEntries(
  referenceTables.map((table) => [
    table,
    Object.fromEntries(reads.map((read) => [read, (args: unknown) => ask(table, read, args)])),
  ]),
) as unknown as ReferenceReader;

function ask(table: Table, read: Read, args: unknown): Promise<unknown> {
  if (!isHearingChanges()) return fromDatabase(table, read, args);
  const { answers } = keptNow();
  const question = `${table} ${read} ${JSON.stringify(args)}`;
  const known = answers.get(question);
  if (known) return known;
  const answer = fromDatabase(table, read, args);
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  return answer;
}

/** What is kept of the present database, without what was kept before the last change. */
function keptNow(): Kept {
  const client = db();
  const generation = referenceGeneration();
  const current = kept.get(client);
  if (current?.generation === generation) return current;
  const next = { answers: new LRUCache<string, Promise<unknown>>({ max: most, ttl: timeToLive }), generation };
  kept.set(client, next);
  return next;
}

async function fromDatabase(table: Table, read: Read, args: unknown): Promise<unknown> {
  refuseLively(args);
  const delegate = db()[table] as unknown as Record<string, (args: unknown) => Promise<unknown>>;
  return frozen(await delegate[read]?.(args));
}

function refuseLively(args: unknown): void {
  if (typeof args !== "object" || args === null) return;
  for (const [name, value] of Object.entries(args)) {
    if (livelyFields.includes(name)) throw new Error(`${name} changes too often to be kept`);
    refuseLively(value);
  }
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
