import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ReferenceReader } from "#app/platform/database/reference-data.server.ts";
import { mailboxForWords, wordsColumns } from "./directory.ts";

/**
 * The desk that takes what nobody else takes.
 *
 * @param client `referenceData()` for a page, `context.tx` in a command
 * @param select the columns of it that are asked for
 * @returns null before the directory is loaded
 */
export async function findFallbackDesk<S extends Prisma.DeskSelect>(
  client: Pick<ReferenceReader, "desk">,
  select: S,
): Promise<Prisma.DeskGetPayload<{ select: S }> | null> {
  return client.desk.findFirst({ where: { isFallback: true, isActive: true }, select });
}

/** Where what people wrote to a desk may be sent in its place: the fallback desk's mailbox. Null where that is the same desk, or has no mailbox for it. */
export async function fallbackMailbox(
  client: Pick<ReferenceReader, "desk">,
  deskId: string,
  day: IsoDate,
): Promise<string | null> {
  const desk = await findFallbackDesk(client, { id: true, ...wordsColumns });
  return desk === null || desk.id === deskId ? null : mailboxForWords(desk, day);
}
