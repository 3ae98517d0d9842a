import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";

export type OwnComment = {
  id: string;
  number: string;
  locale: Locale;
  review: ReviewState;
  submissionId: string | null;
  revision: number;
  version: number;
  address: { id: string; confirmed: boolean } | null;
  /** As of a submission. */
  isAsked: boolean;
};

/** The comment whose tracking key the actor holds. For everybody else there is none, whatever else they may see or do. */
export async function ownComment(context: TxContext): Promise<OwnComment> {
  const { actor } = context;
  if (actor.kind !== "author" || actor.of !== "comment") throw notFound();
  const row = await context.tx.comment.findUnique({
    where: { id: actor.id },
    select: {
      id: true,
      number: true,
      locale: true,
      review: true,
      submissionId: true,
      revision: true,
      version: true,
      theme: { select: readingColumns },
      private: { select: { emailAddress: { select: { id: true, confirmedAt: true } } } },
    },
  });
  if (row === null) throw notFound();
  const { private: city, theme, ...comment } = row;
  const address = city?.emailAddress ?? null;
  return {
    ...comment,
    address: address && { id: address.id, confirmed: address.confirmedAt !== null },
    isAsked: isAskedToConfirm({ ...comment, kind: "COMMENT", isOwn: true, theme }),
  };
}
