import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadFlagWords } from "../flag.ts";

export type FlagWordRow = { id: string; word: string; note: string; isActive: boolean; version: number };

const columns = { id: true, word: true, note: true, isActive: true, version: true } as const;
const inOrderOfSound = new Intl.Collator("ja");

/** The words to watch, those in use first. */
export async function listFlagWords(viewer: Actor): Promise<FlagWordRow[]> {
  if (!mayReadFlagWords(viewer)) throw forbidden();
  const rows = await db().flagWord.findMany({ select: columns });
  return rows.sort((a, b) => Number(b.isActive) - Number(a.isActive) || inOrderOfSound.compare(a.word, b.word));
}

/** One word to watch, for its form. */
export async function findFlagWord(viewer: Actor, id: string): Promise<FlagWordRow> {
  if (!mayReadFlagWords(viewer)) throw forbidden();
  const row = await db().flagWord.findUnique({ where: { id }, select: columns });
  if (!row) throw notFound();
  return row;
}
