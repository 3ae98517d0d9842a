import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isConfirmationAlive } from "#app/domain/participant/participant.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { mostFollows } from "../follow.ts";
import { followsToken } from "../own-follower.server.ts";

/**
 * The owner of an address says that they want what was asked for with it: from now on the news go there. The address counts as confirmed for
 * follows alone. Pressing the button again changes nothing.
 *
 * @throws CONFLICT "confirmationInvalid", "confirmationExpired", or "tooManyFollows" when the address follows a hundred things already
 */
export async function confirmFollow(context: CommandContext, input: { token: string }): Promise<void> {
  return inTransaction(
    context,
    async (ctx) => {
      const request = await ctx.tx.followRequest.findUnique({ where: { tokenHash: hashToken(input.token) } });
      if (request === null) throw conflict("confirmationInvalid");
      if (request.confirmedAt !== null) return;
      if (!isConfirmationAlive(request, ctx.now)) throw conflict("confirmationExpired");
      const { count } = await ctx.tx.followRequest.updateMany({
        where: { id: request.id, confirmedAt: null },
        data: { confirmedAt: ctx.now },
      });
      if (count === 0) return;
      const followerId = await takeFollower(ctx, request);
      if (request.followerId === null) await follow(ctx, followerId, request);
      await recordAudit(ctx, {
        action: "confirm-follow",
        subject: { type: "follow", id: request.id },
        detail: { followerId, isMove: request.followerId !== null },
      });
    },
    { announced: false },
  );
}

/** The follower of the address, made or moved to it. The row of the address is locked, so that it gets one follower. */
async function takeFollower(
  context: TxContext,
  { emailAddressId, followerId, locale }: { emailAddressId: string; followerId: string | null; locale: Locale },
): Promise<string> {
  await context.tx.$queryRaw`SELECT "id" FROM "EmailAddress" WHERE "id" = ${emailAddressId}::uuid FOR UPDATE`;
  const present = await context.tx.follower.findUnique({ where: { emailAddressId }, select: { id: true } });
  if (followerId !== null) {
    if (present !== null) await joinFollowers(context, present.id, followerId);
    else
      await context.tx.follower.update({ where: { id: followerId }, data: { emailAddressId }, select: { id: true } });
    return present?.id ?? followerId;
  }
  if (present !== null) return present.id;
  const id = randomUUID();
  await context.tx.follower.create({
    data: { id, emailAddressId, tokenHash: hashToken(followsToken(id)), locale, createdAt: context.now },
    select: { id: true },
  });
  return id;
}

/** The new address follows things already: what the old one follows besides comes to them, with what waits for a digest. */
async function joinFollowers(context: TxContext, into: string, from: string): Promise<void> {
  const [theirs, ours] = await Promise.all(
    [into, from].map((followerId) =>
      context.tx.follow.findMany({
        where: { followerId },
        orderBy: { createdAt: "asc" },
        select: { id: true, submissionId: true, themeId: true, search: true },
      }),
    ),
  );
  const keyOf = (row: { submissionId: string | null; themeId: string | null; search: string | null }) =>
    JSON.stringify([row.submissionId, row.themeId, row.search]);
  const known = new Set((theirs ?? []).map(keyOf));
  const coming = (ours ?? []).filter((row) => !known.has(keyOf(row))).slice(0, mostFollows - known.size);
  for (const { id } of coming) {
    await context.tx.follow.update({ where: { id }, data: { followerId: into }, select: { id: true } });
    // by the follow they came through; what the new address was told of already stays with its own
    await context.tx.$executeRaw`
      UPDATE "FollowNotice" AS notice SET "followerId" = ${into}::uuid
       WHERE notice."followId" = ${id}::uuid AND NOT EXISTS (
         SELECT FROM "FollowNotice" AS other
          WHERE other."followerId" = ${into}::uuid AND other."timelineEntryId" = notice."timelineEntryId")`;
  }
  await context.tx.follower.delete({ where: { id: from }, select: { id: true } });
}

async function follow(
  context: TxContext,
  followerId: string,
  request: {
    submissionId: string | null;
    themeId: string | null;
    search: string | null;
    pace: "AT_ONCE" | "DAILY" | "WEEKLY";
    locale: Locale;
  },
): Promise<void> {
  const { submissionId, themeId, search, pace, locale } = request;
  const { count } = await context.tx.follow.updateMany({
    where: { followerId, submissionId, themeId, search },
    data: { pace },
  });
  if (count === 0) {
    if ((await context.tx.follow.count({ where: { followerId } })) >= mostFollows) throw conflict("tooManyFollows");
    await context.tx.follow.create({
      data: { id: randomUUID(), followerId, submissionId, themeId, search, pace, createdAt: context.now },
      select: { id: true },
    });
  }
  await context.tx.follower.update({ where: { id: followerId }, data: { locale }, select: { id: true } });
}
