import type { IsoDate } from "#app/domain/shared/japanese-date.ts";

/** Whether a promise is overdue (期限を過ぎた): from the day after its due date. Without a due date there is nothing to be late with. */
export function isLate(dueOn: IsoDate | null, today: IsoDate): boolean {
  return dueOn !== null && dueOn < today;
}
