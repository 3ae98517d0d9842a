import type { Transaction } from "#app/domain/shared/command-context.ts";
import { deskSearchColumns } from "#app/domain/shared/desk-search.ts";
import { db } from "#app/platform/database/client.server.ts";

/** Writes down anew what staff find a comment by: its number and text, and apart from that its author's name and address. */
export async function indexComment(tx: Transaction, id: string): Promise<void> {
  const found = await tx.comment.findUnique({
    where: { id },
    select: {
      number: true,
      body: true,
      displayName: true,
      private: { select: { name: true, emailAddress: { select: { address: true } } } },
    },
  });
  if (found === null) return;
  const { private: hidden, ...row } = found;
  const columns = deskSearchColumns({
    desk: [row.number, row.body, row.displayName],
    contact: [hidden?.name, hidden?.emailAddress?.address],
  });
  await tx.commentSearch.upsert({
    where: { commentId: id },
    create: { commentId: id, ...columns },
    update: columns,
    select: { commentId: true },
  });
}

/** As `indexMissingSubmissions`, for comments. */
export async function indexMissingComments(limit: number): Promise<number> {
  const rows = await db().comment.findMany({
    where: { search: null },
    orderBy: { receivedAt: "desc" },
    take: limit,
    select: { id: true },
  });
  for (const { id } of rows) await indexComment(db(), id);
  return rows.length;
}
