import { judgeNow } from "#app/domain/flag/judge-text.server.ts";
import { isTrusted } from "#app/domain/participant/is-trusted.server.ts";
import { isAskedToConfirm, isPublishedOnConfirmation, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isAtWork, workColumns } from "./at-work.server.ts";
import { isOwnSubmission } from "./own-submission.server.ts";
import { answerDay, publishUnread } from "./publish-unread.server.ts";

/**
 * The owner of an address has just confirmed that they sent this submission: it is public from now on if `isPublishedOnConfirmation` says so,
 * and otherwise goes on waiting for the office.
 *
 * @param emailAddressId whose owner confirmed it
 * @returns whether it was published
 */
export async function publishConfirmed(
  context: TxContext,
  { id, emailAddressId }: { id: string; emailAddressId: string },
): Promise<boolean> {
  // a decision that is being taken at this moment comes first
  await context.tx.$queryRaw`SELECT "id" FROM "Submission" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await context.tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      kind: true,
      channel: true,
      splitFromId: true,
      review: true,
      version: true,
      isFlagged: true,
      theme: { select: readingColumns },
      private: { select: { emailAddressId: true } },
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
      ...workColumns,
    },
  });
  const { kind, review, version, theme } = row;
  const sent = { kind, isOwn: isOwnSubmission(row), review, version, theme };
  if (!isAskedToConfirm(sent)) return false;
  const { title, body, expectedEffect, area, displayName, organizationName } = row;
  const found = await judgeNow(context, { title, body, expectedEffect, area, displayName, organizationName });
  const publishes = isPublishedOnConfirmation(sent, {
    isTrusted: row.private?.emailAddressId === emailAddressId && (await isTrusted(context, emailAddressId)),
    isFlagged: row.isFlagged || found.isFlagged,
    mustBeReadFirst: found.mustBeReadFirst,
    isAtWork: isAtWork(row, context.now),
    canBeSeen: true,
  });
  if (publishes) await publishUnread(context, { id, version, dueOn: await answerDay(context, kind) });
  return publishes;
}
