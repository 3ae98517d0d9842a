import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";

/** From when to when a desk works. Days in Tokyo, both included; null: no first or no last day. */
export type OfficeTime = { isActive: boolean; validFrom: Date | null; validUntil: Date | null };

/** The columns of {@link OfficeTime}. */
export const officeColumns = { isActive: true, validFrom: true, validUntil: true } as const;

/**
 * - `closed`: somebody closed it by hand, whatever its days say.
 * - `notYet`: its first day is to come.
 * - `ended`: its last day is over.
 */
export type OfficeState = "inOffice" | "notYet" | "ended" | "closed";

/** Whether a desk is in office on a day, or why not. This is the rule; {@link inOfficeOn} is the same as a question to the database. */
export function officeState({ isActive, validFrom, validUntil }: OfficeTime, day: IsoDate): OfficeState {
  if (!isActive) return "closed";
  if (validFrom !== null && dayOf(validFrom) > day) return "notYet";
  if (validUntil !== null && dayOf(validUntil) < day) return "ended";
  return "inOffice";
}

export function isInOffice(desk: OfficeTime, day: IsoDate): boolean {
  return officeState(desk, day) === "inOffice";
}

/** The desks in office on a day, as a condition for Prisma. */
export function inOfficeOn(day: IsoDate) {
  const date = dateColumn(day);
  return {
    isActive: true,
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: date } }] },
      { OR: [{ validUntil: null }, { validUntil: { gte: date } }] },
    ],
  };
}

/** Every desk by its id, with the one that takes over from it. */
export type Successions = ReadonlyMap<string, OfficeTime & { successorId: string | null }>;

/**
 * The desk that does a desk's work on a day: itself while it is in office, else the first of its successors that is.
 *
 * @returns null where none is; also where successors lead round in a circle, which no command lets happen
 */
export function deskInCharge(deskId: string, desks: Successions, day: IsoDate): string | null {
  const passed = new Set<string>();
  for (let id: string | null = deskId; id !== null && !passed.has(id); id = desks.get(id)?.successorId ?? null) {
    const desk = desks.get(id);
    if (desk !== undefined && isInOffice(desk, day)) return id;
    passed.add(id);
  }
  return null;
}

/** Whether a desk would be its own successor, at once or by way of others. */
export function leadsRound(
  deskId: string,
  successorId: string | null,
  desks: ReadonlyMap<string, { successorId: string | null }>,
): boolean {
  const passed = new Set<string>([deskId]);
  for (let id = successorId; id !== null; id = desks.get(id)?.successorId ?? null) {
    if (passed.has(id)) return true;
    passed.add(id);
  }
  return false;
}

/** The fallback desk takes what nobody else takes, so it is in office from now on, without an end. */
export function mayBeFallback(desk: OfficeTime, day: IsoDate): boolean {
  return isInOffice(desk, day) && desk.validUntil === null;
}
