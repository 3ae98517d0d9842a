import { isDeepStrictEqual } from "node:util";
import type { Reading } from "#app/domain/inbound/inbound.ts";
import { readMessage } from "#app/domain/inbound/read-message.server.ts";
import { statedDay } from "#app/domain/inbound/reply-command.ts";
import { ownSender } from "./compose.ts";
import { type Category, categories, type Expected, type MailCase } from "./mail-case.ts";

export type CaseResult = {
  name: string;
  category: Category;
  must: boolean;
  differences: string[];
  milliseconds: number;
};

export type MailScore = { all: number; right: number; must: number; mustRight: number };

const setup = {
  own: { sender: ownSender, replyDomain: "reply.tomakomai.example" },
  authenticationServer: "mx.tomakomai.example",
} as const;

/** The day the corpus is read on: it decides which year 「12月18日」 is in. */
const today = "2026-11-26";

/** Reads every message and compares what came out with what it must be. */
export async function measure(cases: readonly MailCase[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { name, category, must, raw, expected } of cases) {
    const start = performance.now();
    const reading = await readMessage(raw, setup);
    const milliseconds = performance.now() - start;
    results.push({ name, category, must, differences: differences(reading, expected), milliseconds });
  }
  return results;
}

/** How many of each category were read right. */
export function scores(results: readonly CaseResult[]): Map<Category, MailScore> {
  return new Map(
    categories.map((category) => {
      const own = results.filter((result) => result.category === category);
      const right = own.filter(({ differences }) => differences.length === 0);
      const must = own.filter((result) => result.must);
      return [
        category,
        {
          all: own.length,
          right: right.length,
          must: must.length,
          mustRight: must.filter(({ differences }) => differences.length === 0).length,
        },
      ];
    }),
  );
}

function differences(reading: Reading, expected: Expected): string[] {
  const found: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(is, wanted))
      found.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  };
  same("kind", reading.kind, expected.kind);
  for (const key of ["own", "from", "subject", "messageId", "authentication"] as const) {
    if (expected[key] !== undefined) same(key, reading[key], expected[key]);
  }
  for (const key of ["act", "stated", "argument", "rest"] as const) {
    if (expected[key] !== undefined) same(key, reading.command[key], expected[key]);
  }
  if (expected.dueOn !== undefined) {
    same("dueOn", statedDay(reading.command.argument, today)?.day ?? null, expected.dueOn);
  }
  for (const part of ["quoted", "signature"] as const) {
    for (const words of expected[part] ?? []) {
      if (!reading[part].includes(words))
        found.push(`${part}: ${JSON.stringify(words)} is not in ${JSON.stringify(reading[part])}`);
    }
  }
  if (expected.attachments !== undefined) {
    same(
      "attachments",
      reading.attachments.map((file, at) => only(file, expected.attachments?.[at] ?? {})),
      expected.attachments,
    );
  }
  if (expected.bounce !== undefined) {
    same("bounce", reading.bounce && only(reading.bounce, expected.bounce), expected.bounce);
  }
  return found;
}

function only<T extends object>(whole: T, keys: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, whole[key as keyof T]])) as Partial<T>;
}
