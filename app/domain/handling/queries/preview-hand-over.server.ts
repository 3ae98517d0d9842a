import { deskInCharge } from "#app/domain/directory/desk-office.ts";
import { mayEditDirectory } from "#app/domain/directory/directory.ts";
import { loadSuccessions } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { listOpenDesks } from "#app/domain/directory/queries/list-open-desks.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type HandedOver, listHandedOver, stampOf } from "../hand-over.server.ts";

/** What would move if a desk's work went to another one; nothing has moved. */
export type HandOverPage = {
  deskId: string;
  desk: string;
  desks: { value: string; label: string }[];
  /** The desk that takes over from it, if that one is in office. */
  proposed: string;
  items: HandedOver[];
  stamp: string;
  /** What goes on naming the old desk and is changed on its own page. */
  stays: { rules: number; themes: number; officers: number };
};

/** A dry run of `hand-over-desk`: the same items, found by the same question. */
export async function previewHandOver(viewer: Actor, deskId: string, locale: Locale): Promise<HandOverPage> {
  if (!mayEditDirectory(viewer)) throw forbidden();
  const desk = await db().desk.findUnique({
    where: { id: deskId },
    select: { name: true, _count: { select: { rules: true, themes: true, staff: true } } },
  });
  if (desk === null) throw notFound();
  const items = await listHandedOver(db(), deskId);
  const desks = await listOpenDesks(viewer, locale);
  const successor = deskInCharge(deskId, await loadSuccessions(db()), isoDate(now()));
  const { rules, themes, staff: officers } = desk._count;
  return {
    deskId,
    desk: pick(desk.name as LocalizedText, locale),
    desks: desks
      .filter(({ id }) => id !== deskId)
      .map(({ id, department, section, name }) => ({ value: id, label: `${department} ${section} ${name}` })),
    proposed: successor === deskId ? "" : (successor ?? ""),
    items,
    stamp: stampOf(items),
    stays: { rules, themes, officers },
  };
}
