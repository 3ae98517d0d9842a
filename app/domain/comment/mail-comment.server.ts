import type { TrackedItem } from "#app/domain/mail/mail-message.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { isPublicComment } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";

/** Queues the receipt of a comment to its author, if the address is confirmed. */
export async function mailCommentReceipt(context: TxContext, commentId: string): Promise<void> {
  const comment = await context.tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      id: true,
      number: true,
      locale: true,
      review: true,
      body: true,
      dueOn: true,
      theme: { select: { slug: true } },
      submission: { select: { number: true } },
      private: { select: { emailAddressId: true } },
    },
  });
  const { id, number, locale, body } = comment;
  const item: TrackedItem = { type: "comment", id, number };
  const envelope = { locale, threadKey: number, commentId: id };
  if (comment.review === "PUBLISHED") {
    // what is public by now needs no promise to look whether it may be
    const page = comment.submission ? paths.proposal(comment.submission.number) : paths.theme(comment.theme.slug);
    await mailIfConfirmed(context, comment.private?.emailAddressId ?? null, {
      ...envelope,
      template: "published",
      params: { item, kind: "COMMENT", title: null, path: `${page}#${number}` },
    });
    return;
  }
  await mailIfConfirmed(context, comment.private?.emailAddressId ?? null, {
    template: "receipt",
    params: {
      item,
      kind: "COMMENT",
      title: null,
      body,
      reviewDueOn: comment.review === "PENDING" ? dayOf(comment.dueOn) : null,
    },
    ...envelope,
  });
}

/**
 * Tells the author of a published proposal that a comment on it was published: on the first publication only, not for their own comments,
 * and to a confirmed address only. Call it after `changeComment` published the comment.
 *
 * @returns the mail's id, or null when there is nobody to tell
 */
export async function mailCommented(context: TxContext, commentId: string): Promise<string | null> {
  const comment = await context.tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      body: true,
      review: true,
      publishedAt: true,
      parent: { select: { review: true } },
      private: { select: { emailAddressId: true } },
      submission: {
        select: {
          id: true,
          number: true,
          kind: true,
          review: true,
          title: true,
          locale: true,
          private: { select: { emailAddressId: true } },
        },
      },
    },
  });
  const { submission } = comment;
  if (submission === null || !isPublicComment(comment)) return null;
  if (comment.publishedAt?.getTime() !== context.now.getTime()) return null;
  const author = submission.private?.emailAddressId ?? null;
  if (author === null || author === comment.private?.emailAddressId) return null;
  const { id, number, title, locale } = submission;
  return mailIfConfirmed(context, author, {
    template: "commented",
    params: {
      item: { type: "submission", id, number },
      title,
      commentBody: comment.body,
      path: paths.proposal(number),
    },
    locale,
    threadKey: number,
    submissionId: id,
    commentId,
  });
}
