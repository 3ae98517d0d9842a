import { judgeNow } from "#app/domain/flag/judge-text.server.ts";
import { isTrusted } from "#app/domain/participant/is-trusted.server.ts";
import { isAskedToConfirm, isPublishedOnConfirmation, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isAtWork, workColumns } from "#app/domain/submission/at-work.server.ts";
import { isPublicComment } from "#app/domain/submission/visibility.ts";
import { publishUnread } from "./publish-unread.server.ts";

/** As `publishConfirmed` of a submission, for a comment. */
export async function publishConfirmed(
  context: TxContext,
  { id, emailAddressId }: { id: string; emailAddressId: string },
): Promise<boolean> {
  // a decision that is being taken at this moment comes first
  await context.tx.$queryRaw`SELECT "id" FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await context.tx.comment.findUniqueOrThrow({
    where: { id },
    select: {
      review: true,
      version: true,
      isFlagged: true,
      theme: { select: readingColumns },
      submission: { select: { kind: true, review: true } },
      parent: { select: { review: true } },
      private: { select: { emailAddressId: true } },
      body: true,
      displayName: true,
      ...workColumns,
    },
  });
  const { review, version, theme, submission, parent } = row;
  const sent = { kind: "COMMENT", isOwn: true, review, version, theme } as const;
  if (!isAskedToConfirm(sent)) return false;
  const found = await judgeNow(context, { body: row.body, displayName: row.displayName });
  const publishes = isPublishedOnConfirmation(sent, {
    isTrusted: row.private?.emailAddressId === emailAddressId && (await isTrusted(context, emailAddressId)),
    isFlagged: row.isFlagged || found.isFlagged,
    mustBeReadFirst: found.mustBeReadFirst,
    isAtWork: isAtWork(row, context.now),
    canBeSeen: isPublicComment({ review: "PUBLISHED", submission, parent }),
  });
  if (publishes) await publishUnread(context, { id, version });
  return publishes;
}
