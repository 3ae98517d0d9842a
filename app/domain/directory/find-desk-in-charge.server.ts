import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { ReferenceReader } from "#app/platform/database/reference-data.server.ts";
import {
  deskInCharge,
  isInOffice,
  type OfficeTime,
  officeColumns,
  officeState,
  type Successions,
} from "./desk-office.ts";
import { findFallbackDesk } from "./find-fallback-desk.server.ts";

/** @param client `referenceData()` for a page, `context.tx` in a command */
export async function loadSuccessions(client: Pick<ReferenceReader, "desk">): Promise<Successions> {
  const desks = await client.desk.findMany({ select: { id: true, successorId: true, ...officeColumns } });
  return new Map(desks.map(({ id, ...desk }) => [id, desk]));
}

/**
 * Who does a desk's work on a day ({@link deskInCharge}), or else the desk that takes what nobody else takes.
 *
 * @returns null where there is no such desk either
 */
export async function findDeskInCharge(
  client: Pick<ReferenceReader, "desk">,
  deskId: string,
  day: IsoDate,
): Promise<string | null> {
  const inCharge = deskInCharge(deskId, await loadSuccessions(client), day);
  if (inCharge !== null) return inCharge;
  return (await findFallbackDesk(client, { id: true }))?.id ?? null;
}

/**
 * The desk that takes what is sent to a desk's public address on a day: itself, or once it is no longer in office the one to turn to. Whoever
 * began to write before midnight has not written in vain, and an old link leads to somebody who answers.
 *
 * @returns null for an address that no desk has, or one that is yet to begin; and where nobody is in charge
 */
export async function findDeskAtAddress(
  client: Pick<ReferenceReader, "desk">,
  slug: string,
  day: IsoDate,
): Promise<string | null> {
  const desk = await client.desk.findUnique({ where: { slug }, select: { id: true, ...officeColumns } });
  if (desk === null || officeState(desk, day) === "notYet") return null;
  return findDeskInCharge(client, desk.id, day);
}

/**
 * The desk a page names as the one to turn to: the given one while it is in office, else the one that does its work today.
 *
 * @param load the same columns of another desk
 */
export async function deskToTurnTo<D extends OfficeTime & { id: string }>(
  desk: D,
  load: (id: string) => Promise<D | null>,
  { client, day }: { client: Pick<ReferenceReader, "desk">; day: IsoDate },
): Promise<D> {
  if (isInOffice(desk, day)) return desk;
  const id = await findDeskInCharge(client, desk.id, day);
  return (id === null ? null : await load(id)) ?? desk;
}
