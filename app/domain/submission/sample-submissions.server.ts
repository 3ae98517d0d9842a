import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * The ids of all sample submissions, locked until the transaction ends: nothing can be written under one of them while it is being removed.
 */
export async function lockSampleSubmissions(context: TxContext): Promise<string[]> {
  const rows = await context.tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text AS "id" FROM "Submission" WHERE "isSample" ORDER BY "id" FOR UPDATE`;
  return rows.map(({ id }) => id);
}
