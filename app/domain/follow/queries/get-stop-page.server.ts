import { isDomainError, notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { isFollowsToken } from "../own-follower.server.ts";
import { followsToStop, isStop } from "../stop.ts";
import { getFollowsPage, type ShownFollow } from "./get-follows-page.server.ts";

/** What would end: nothing where it is over already, or where the link was never right, which a reader need not tell apart. */
export type StopPage = { ending: ShownFollow[]; isAll: boolean; isKeptElsewhere: boolean };

/**
 * What a stop link ends, before and after it did.
 *
 * @throws NOT_FOUND for what no mail ever held
 */
export async function getStopPage(token: string, what: string, locale: Locale): Promise<StopPage> {
  if (!isFollowsToken(token) || !isStop(what)) throw notFound();
  try {
    const { follows, isKeptElsewhere } = await getFollowsPage(token, locale);
    const ending = followsToStop(follows, what);
    return { ending, isAll: ending.length === follows.length, isKeptElsewhere };
  } catch (error) {
    if (isDomainError(error) && error.code === "NOT_FOUND") return { ending: [], isAll: false, isKeptElsewhere: false };
    throw error;
  }
}
