import { isUuid } from "#app/domain/shared/uuid.ts";
import type { DigestPace, FollowPace } from "./follow.ts";

/** What one press of a mail's unsubscribe button ends, where it is not one follow. */
export const stopOfPace: Record<DigestPace, string> = { DAILY: "daily", WEEKLY: "weekly" };

/** Which follows are to end: the one of an id, those of a pace, or all. None for what is over already. */
export function followsToStop<T extends { id: string; pace: FollowPace }>(follows: readonly T[], what: string): T[] {
  return follows.filter(
    ({ id, pace }) => what === "all" || what === id || (pace !== "AT_ONCE" && what === stopOfPace[pace]),
  );
}

/** Whether an address could ever have named this as something to end. */
export function isStop(what: string): boolean {
  return what === "all" || Object.values(stopOfPace).includes(what) || isUuid(what);
}
