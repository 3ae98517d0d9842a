import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, notFound } from "#app/domain/shared/domain-error.ts";
import { type MergedSubmission, mergedColumns, separatedMessage } from "#app/domain/submission/put-back.server.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";
import { permitDecision } from "./escalation.server.ts";
import { mattersOf, openMatters } from "./load-reviewed.server.ts";

export type SeparateInput = { submissionId: string; version: number; explanation: string };

export type Separation = {
  merged: MergedSubmission;
  /** The state it goes back to. */
  review: ReviewState;
  into: { id: string; number: string; emailAddressId: string | null };
  /** To the author of the merged one, and to that of the other; null when both are the same person. */
  message: PersonMessage;
  targetMessage: PersonMessage | null;
};

/**
 * What undoing a merge would do: the preview on the desk and the command are both made from it.
 *
 * @throws not found; forbidden for all but moderators; conflict "changedMeanwhile", or "notPossibleNow" for what is not merged
 */
export async function planSeparate(client: Transaction, viewer: Actor, input: SeparateInput): Promise<Separation> {
  const merged = await client.submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { id: input.submissionId }] },
    select: {
      ...mergedColumns,
      review: true,
      ...openMatters,
    },
  });
  if (merged === null) throw notFound();
  permitDecision(viewer, { version: merged.version, ...mattersOf(merged) }, input.version);
  if (merged.review !== "MERGED" || merged.mergedInto === null) throw conflict("notPossibleNow");
  const into = await client.submission.findUniqueOrThrow({
    where: { id: merged.mergedInto.id },
    select: {
      id: true,
      number: true,
      kind: true,
      review: true,
      title: true,
      locale: true,
      private: { select: { emailAddressId: true } },
    },
  });
  const emailAddressId = into.private?.emailAddressId ?? null;
  const isSamePerson = emailAddressId !== null && emailAddressId === merged.private?.emailAddressId;
  return {
    merged,
    review: merged.reviewBeforeMerge ?? "PENDING",
    into: { id: into.id, number: into.number, emailAddressId },
    message: separatedMessage(merged, input.explanation),
    targetMessage: isSamePerson
      ? null
      : {
          template: "separated",
          params: {
            item: { type: "submission", id: into.id, number: into.number },
            title: into.title,
            other: merged.number,
            explanation: null,
            path: isPublic(into) ? paths.proposal(into.number) : null,
          },
          locale: into.locale,
          threadKey: into.number,
          submissionId: into.id,
        },
  };
}
