import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadInbox } from "../inbox.ts";

/** A received message as it came over the wire. @throws not found, also once it is erased and for those who may not read the box */
export async function getRawMessage(viewer: Actor, id: string): Promise<Uint8Array> {
  const row = mayReadInbox(viewer)
    ? await db().inboundMessage.findUnique({ where: { id }, select: { raw: true } })
    : null;
  if (row === null || row.raw === null) throw notFound();
  return row.raw;
}
