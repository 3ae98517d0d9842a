import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadGlossary } from "../glossary.ts";
import type { GlossaryRow } from "./list-glossary.server.ts";

/** One word of the glossary, for its form. */
export async function findTerm(viewer: Actor, id: string): Promise<GlossaryRow> {
  if (!mayReadGlossary(viewer)) throw forbidden();
  const row = await db().glossaryTerm.findUnique({
    where: { id },
    select: { id: true, term: true, reading: true, note: true, changedAt: true, version: true },
  });
  if (!row) throw notFound();
  return row;
}
