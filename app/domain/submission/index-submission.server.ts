import type { Transaction } from "#app/domain/shared/command-context.ts";
import { deskSearchColumns, phoneParts } from "#app/domain/shared/desk-search.ts";
import { db } from "#app/platform/database/client.server.ts";

/**
 * Writes down anew what staff find a submission by: its number and text, an inquiry's too; what only the city reads, notes among it; and apart
 * from that how to reach its author. Called in the transaction of everything that changes one of these.
 */
export async function indexSubmission(tx: Transaction, id: string): Promise<void> {
  const row = await tx.submission.findUnique({
    where: { id },
    select: {
      number: true,
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
      notes: { orderBy: { createdAt: "asc" }, select: { body: true } },
      private: {
        select: {
          name: true,
          phone: true,
          corporateNumber: true,
          contactPerson: true,
          cooperation: true,
          request: true,
          confidentialNote: true,
          emailAddress: { select: { address: true } },
        },
      },
    },
  });
  if (row === null) return;
  const { private: hidden, notes } = row;
  const columns = deskSearchColumns({
    desk: [
      row.number,
      row.title,
      row.body,
      row.expectedEffect,
      row.area,
      row.displayName,
      row.organizationName,
      hidden?.corporateNumber,
      hidden?.cooperation,
      hidden?.request,
      ...notes.map(({ body }) => body),
    ],
    contact: [
      hidden?.name,
      hidden?.contactPerson,
      hidden?.emailAddress?.address,
      ...phoneParts(hidden?.phone),
      hidden?.confidentialNote,
    ],
  });
  await tx.submissionSearch.upsert({
    where: { submissionId: id },
    create: { submissionId: id, ...columns },
    update: columns,
    select: { submissionId: true },
  });
}

/**
 * Makes the search rows that are missing, the newest submissions first: of what came before there were any.
 * @returns how many were made, at most `limit`
 */
export async function indexMissingSubmissions(limit: number): Promise<number> {
  const rows = await db().submission.findMany({
    where: { search: null },
    orderBy: { receivedAt: "desc" },
    take: limit,
    select: { id: true },
  });
  for (const { id } of rows) await indexSubmission(db(), id);
  return rows.length;
}
