import { confirmFollow } from "#app/domain/follow/commands/confirm-follow.server.ts";
import { requestFollow } from "#app/domain/follow/commands/request-follow.server.ts";
import type { FollowPace } from "#app/domain/follow/follow.ts";
import type { FollowTarget } from "#app/domain/follow/follow-target.server.ts";
import { followsToken } from "#app/domain/follow/own-follower.server.ts";
import { followRequestToken } from "#app/domain/follow/request-confirmation.server.ts";
import { spreadNews } from "#app/domain/follow/spread-news.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";

/** A day before the acts of most tests. */
export const dayBefore = new Date("2026-11-23T01:00:00.000Z");

export type MadeFollow = { followerId: string; followId: string; token: string };

/** An address follows something, by the way people take: the form, and the button behind the mail. Leaves no mail behind. */
export async function makeFollow(
  email: string,
  target: FollowTarget,
  { pace = "AT_ONCE", at = dayBefore, locale = "ja" }: { pace?: FollowPace; at?: Date; locale?: Locale } = {},
): Promise<MadeFollow> {
  const context = { actor: anonymous, now: at, locale };
  await requestFollow(context, { target, email, pace });
  const request = await lastRequest(email);
  await confirmFollow(context, { token: followRequestToken(request.id) });
  await db().mail.deleteMany({ where: { template: "confirm-follow" } });
  const follower = await db().follower.findFirstOrThrow({ where: { emailAddress: { address: email } } });
  const { submissionId, themeId, search } = request;
  const { id } = await db().follow.findFirstOrThrow({
    where: { followerId: follower.id, submissionId, themeId, search },
  });
  return { followerId: follower.id, followId: id, token: followsToken(follower.id) };
}

/** The request with an address that its owner has yet to confirm; of several the newest. */
export const lastRequest = (email: string) =>
  db().followRequest.findFirstOrThrow({
    where: { emailAddress: { address: email }, confirmedAt: null },
    orderBy: { createdAt: "desc" },
  });

/** Tells followers everything that waits, as the queue would. */
export async function spreadAll(now: Date): Promise<void> {
  const entries = await db().timelineEntry.findMany({
    where: { newsWaits: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  for (const { id } of entries) while ((await spreadNews(id, now)) === "more");
}

/** Who got news of what: `address kind number`, in order. */
export async function newsMails(): Promise<string[]> {
  const mails = await db().mail.findMany({
    where: { template: "follow-news" },
    select: { recipient: true, params: true },
  });
  return mails
    .map(({ recipient, params }) => {
      const { kind, pace } = params as { kind: string | null; pace: string };
      return `${recipient} ${kind ?? pace}`;
    })
    .sort();
}
