import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { OpenDesk } from "../handling-page.ts";

/** The desks work can be given to, in the order of the directory. The directory is public, so every viewer gets the same. */
export async function listOpenDesks(_viewer: Actor, locale: Locale): Promise<OpenDesk[]> {
  const desks = await db().desk.findMany({
    where: { isActive: true },
    orderBy: [{ section: { department: { position: "asc" } } }, { section: { position: "asc" } }, { position: "asc" }],
    select: { id: true, name: true, mailbox: true, section: { select: { name: true } } },
  });
  return desks.map(({ id, name, mailbox, section }) => ({
    id,
    name: pick(name as LocalizedText, locale),
    section: pick(section.name as LocalizedText, locale),
    hasMailbox: mailbox !== null,
  }));
}
