import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { type ReferenceReader, referenceData } from "#app/platform/database/reference-data.server.ts";
import { findFallbackDesk } from "../find-fallback-desk.server.ts";

/**
 * The desk that answers for the whole site (the fallback desk), with its section; null before the directory is loaded.
 *
 * @param client `context.tx` in a command
 */
export async function getSiteContact(
  _viewer: Actor,
  locale: Locale,
  client: Pick<ReferenceReader, "desk"> = referenceData(),
): Promise<{ desk: string; phone: string; hours: string } | null> {
  const desk = await findFallbackDesk(client, {
    name: true,
    phone: true,
    hours: true,
    section: { select: { name: true, department: { select: { name: true } } } },
  });
  if (!desk) return null;
  const names = [desk.section.department.name, desk.section.name, desk.name] as LocalizedText[];
  return {
    desk: names.map((name) => pick(name, locale)).join(locale === "en" ? ", " : " "),
    phone: desk.phone,
    hours: pick(desk.hours as LocalizedText, locale),
  };
}
