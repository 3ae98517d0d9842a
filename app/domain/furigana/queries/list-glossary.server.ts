import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadGlossary } from "../glossary.ts";

export type GlossaryRow = { id: string; term: string; reading: string; note: string; changedAt: Date; version: number };

const inOrderOfSound = new Intl.Collator("ja");

/** The city's words with their readings, in the order of the Japanese syllabary. */
export async function listGlossary(viewer: Actor): Promise<GlossaryRow[]> {
  if (!mayReadGlossary(viewer)) throw forbidden();
  const rows = await db().glossaryTerm.findMany({
    select: { id: true, term: true, reading: true, note: true, changedAt: true, version: true },
  });
  return rows.sort((a, b) => inOrderOfSound.compare(a.reading, b.reading) || inOrderOfSound.compare(a.term, b.term));
}
