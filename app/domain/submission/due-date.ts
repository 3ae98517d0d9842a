import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { HandlingState } from "./submission.ts";

/** Whether a promise is overdue (期限を過ぎた): from the day after its due date. Without a due date there is nothing to be late with. */
export function isLate(dueOn: IsoDate | null, today: IsoDate): boolean {
  return dueOn !== null && dueOn < today;
}

/**
 * Whether the days to the answer do not count at present, because the desk waits for the author's reply: then there is no due date, and the
 * promise gets a new one with the reply.
 */
export function isPaused(submission: { waitsForAuthor: boolean; dueOn: unknown; handling: HandlingState }): boolean {
  const isWithDesk = submission.handling === "ASSIGNED" || submission.handling === "DRAFTED";
  return isWithDesk && submission.waitsForAuthor && submission.dueOn === null;
}
