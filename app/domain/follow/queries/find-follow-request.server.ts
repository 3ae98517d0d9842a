import { isConfirmationAlive } from "#app/domain/participant/participant.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { FollowPace } from "../follow.ts";
import { thingColumns, thingOf } from "../follow-target.server.ts";
import { followsToken } from "../own-follower.server.ts";
import { type ShownThing, showThings } from "./show-things.server.ts";

export type FoundFollowRequest = {
  /** The address, masked. */
  address: string;
  /** Null where all news of a follower are to go to this address. */
  thing: ShownThing | null;
  pace: FollowPace;
  state: "open" | "confirmed" | "expired";
  /** To what the address follows, once it is confirmed and follows anything. */
  followsToken: string | null;
};

/** What the mail asks that a token stands in; null for a token that was never sent, or whose time was over long ago. */
export async function findFollowRequest(token: string, now: Date, locale: Locale): Promise<FoundFollowRequest | null> {
  const found = await db().followRequest.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      followerId: true,
      pace: true,
      expiresAt: true,
      confirmedAt: true,
      emailAddress: { select: { address: true, follower: { select: { id: true } } } },
      ...thingColumns,
    },
  });
  if (found === null) return null;
  const { address, follower } = found.emailAddress;
  const [thing = null] = found.followerId === null ? await showThings([thingOf(found)], locale) : [];
  const state = found.confirmedAt !== null ? "confirmed" : isConfirmationAlive(found, now) ? "open" : "expired";
  return {
    address: maskEmail(address),
    thing,
    pace: found.pace,
    state,
    followsToken: state === "confirmed" && follower !== null ? followsToken(follower.id) : null,
  };
}
