import type { TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { ReviewState, SubmissionKind } from "./submission.ts";

export type OwnSubmission = {
  id: string;
  number: string;
  kind: SubmissionKind;
  locale: Locale;
  review: ReviewState;
  revision: number;
  version: number;
  address: { id: string; confirmed: boolean } | null;
};

/** The submission whose tracking key the actor holds. For everybody else there is none, whatever else they may see or do. */
export async function ownSubmission(context: TxContext): Promise<OwnSubmission> {
  const { actor } = context;
  if (actor.kind !== "author" || actor.of !== "submission") throw notFound();
  const row = await context.tx.submission.findUnique({
    where: { id: actor.id },
    select: {
      id: true,
      number: true,
      kind: true,
      locale: true,
      review: true,
      revision: true,
      version: true,
      private: { select: { emailAddress: { select: { id: true, confirmedAt: true } } } },
    },
  });
  if (row === null) throw notFound();
  const { private: city, ...submission } = row;
  const address = city?.emailAddress ?? null;
  return { ...submission, address: address && { id: address.id, confirmed: address.confirmedAt !== null } };
}
