import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Handled } from "./load-handled.server.ts";
import { daysLeftToPause, resumedDueOn } from "./promise-clock.ts";

/** Stops the clock of the desk that has a submission, if it runs and can stop. @returns whether it stands still now */
export async function pauseClock(context: TxContext, { assignment }: Handled): Promise<boolean> {
  if (assignment === null) return false;
  if (assignment.pausedDays !== null) return true;
  const pausedDays = daysLeftToPause(dayOf(assignment.dueOn), isoDate(context.now));
  if (pausedDays === null) return false;
  await context.tx.assignment.update({
    where: { id: assignment.id },
    data: { pausedDays },
    select: { id: true },
  });
  return true;
}

/** Lets a stopped clock run again. @returns the day on which the desk's answer is due now; null if no clock stood still */
export async function resumeClock(context: TxContext, { assignment }: Handled): Promise<IsoDate | null> {
  if (assignment === null || assignment.pausedDays === null) return null;
  const dueOn = presentDueOn(context, assignment);
  await context.tx.assignment.update({
    where: { id: assignment.id },
    data: { dueOn: dateColumn(dueOn), pausedDays: null },
    select: { id: true },
  });
  return dueOn;
}

/** The day on which the desk that has a submission owes its answer, were its clock to run from now on. */
export function presentDueOn(context: TxContext, assignment: NonNullable<Handled["assignment"]>): IsoDate {
  return resumedDueOn({ dueOn: dayOf(assignment.dueOn), pausedDays: assignment.pausedDays }, isoDate(context.now));
}
