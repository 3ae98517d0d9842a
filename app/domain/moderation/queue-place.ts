import { tz } from "@date-fns/tz";
import { differenceInCalendarDays } from "date-fns";
import { type IsoDate, startOfDayTokyo, timeZone } from "#app/domain/shared/japanese-date.ts";

/** One day in a place, the first factor of `queuePlace`; see the migration `queue_place`. */
const day = 10_000_000_000_000n;

/** The place before everything that is due on this day: what is due earlier has a smaller one, whenever it came. */
export function placeBefore(dueOn: IsoDate): bigint {
  const days = differenceInCalendarDays(startOfDayTokyo(dueOn), startOfDayTokyo("2000-01-01"), { in: tz(timeZone) });
  return BigInt(days) * day;
}
