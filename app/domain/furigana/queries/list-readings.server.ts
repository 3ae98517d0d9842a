import { db } from "#app/platform/database/client.server.ts";

/** The city's words as written and as read, the longest first: for everybody, to be read aloud by. */
export async function listReadings(): Promise<[term: string, reading: string][]> {
  const rows = await db().glossaryTerm.findMany({ select: { term: true, reading: true }, orderBy: { term: "asc" } });
  return rows
    .sort((a, b) => b.term.length - a.term.length)
    .map(({ term, reading }): [string, string] => [term, reading]);
}
