import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { Channel, ReviewState, SubmissionKind } from "./submission.ts";

export type OwnSubmission = {
  id: string;
  number: string;
  kind: SubmissionKind;
  locale: Locale;
  review: ReviewState;
  revision: number;
  version: number;
  address: { id: string; confirmed: boolean } | null;
  /** Whether its author is asked to confirm that they sent it: `isAskedToConfirm`. */
  isAsked: boolean;
};

/** Whether its author sent it through the site as it is: nobody typed it in for them, and the office did not split it off. */
export function isOwnSubmission({ channel, splitFromId }: { channel: Channel; splitFromId: string | null }): boolean {
  return channel === "WEB" && splitFromId === null;
}

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
      channel: true,
      splitFromId: true,
      theme: { select: readingColumns },
      locale: true,
      review: true,
      revision: true,
      version: true,
      private: { select: { emailAddress: { select: { id: true, confirmedAt: true } } } },
    },
  });
  if (row === null) throw notFound();
  const { private: city, channel, splitFromId, theme, ...submission } = row;
  const address = city?.emailAddress ?? null;
  return {
    ...submission,
    address: address && { id: address.id, confirmed: address.confirmedAt !== null },
    isAsked: isAskedToConfirm({ ...submission, isOwn: isOwnSubmission({ channel, splitFromId }), theme }),
  };
}
