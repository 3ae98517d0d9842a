import { notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type FollowPace, mostFollows } from "../follow.ts";
import { thingColumns, thingOf } from "../follow-target.server.ts";
import { type ShownThing, showThings } from "./show-things.server.ts";

export type ShownFollow = { id: string; pace: FollowPace; thing: ShownThing };

export type FollowsPage = {
  /** In full: the link came by mail to this address, and its reader must see whether it is the one they use. */
  address: string;
  /** Of the mails. */
  locale: Locale;
  /** Oldest first. */
  follows: ShownFollow[];
  /** Whether the city keeps the address for something that was sent in with it, also when nothing is followed any more. */
  isKeptElsewhere: boolean;
};

/** What an address follows, for whoever has the link from its mails. @throws NOT_FOUND "followsGone" */
export async function getFollowsPage(token: string, locale: Locale): Promise<FollowsPage> {
  const follower = await db().follower.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      locale: true,
      emailAddress: {
        select: {
          address: true,
          submissions: { take: 1, select: { submissionId: true } },
          comments: { take: 1, select: { commentId: true } },
        },
      },
      follows: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: mostFollows,
        select: { id: true, pace: true, ...thingColumns },
      },
    },
  });
  if (follower === null) throw notFound("followsGone");
  const { address, submissions, comments } = follower.emailAddress;
  const things = await showThings(follower.follows.map(thingOf), locale);
  return {
    address,
    locale: follower.locale,
    follows: follower.follows.flatMap(({ id, pace }, index) => {
      const thing = things[index];
      return thing ? [{ id, pace, thing }] : [];
    }),
    isKeptElsewhere: submissions.length + comments.length > 0,
  };
}
