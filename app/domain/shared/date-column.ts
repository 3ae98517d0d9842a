import type { IsoDate } from "./japanese-date.ts";

/** A day for a DATE column: the database driver takes the day of the UTC instant. */
export function dateColumn(day: IsoDate): Date;
export function dateColumn(day: IsoDate | null): Date | null;
export function dateColumn(day: IsoDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`);
}

/** The day in a DATE column, 'YYYY-MM-DD'. */
export function dayOf(column: Date): IsoDate;
export function dayOf(column: Date | null): IsoDate | null;
export function dayOf(column: Date | null): IsoDate | null {
  return column === null ? null : column.toISOString().slice(0, 10);
}
