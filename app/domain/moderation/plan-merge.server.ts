import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import type { ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";
import { canMerge, mergeProblem } from "./arrangement.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";

export type MergeInput = {
  submissionId: string;
  version: number;
  /** Receipt number of the one it is merged into, as typed. */
  into: string;
  /** The version of that one when it was shown; null while nobody has seen it yet. */
  intoVersion: number | null;
  explanation: string;
};

export type MergeTarget = {
  id: string;
  number: string;
  kind: SubmissionKind;
  title: string;
  locale: Locale;
  review: ReviewState;
  version: number;
  isSample: boolean;
  emailAddressId: string | null;
};

export type Merge = {
  reviewed: Reviewed;
  target: MergeTarget;
  /** To the author of the merged one, and to that of the one that is dealt with; null when both are the same person. */
  message: PersonMessage;
  targetMessage: PersonMessage | null;
};

/**
 * What merging a submission into another would do: the preview on the desk and the command are both made from it. No title goes to anybody
 * who could not read it: that of what is not public stays with its author.
 *
 * @throws not found; forbidden for all but moderators; conflict "changedMeanwhile" when either changed since it was shown, "mergeAnswered" for
 *   what has an answer, "mergeHoldsOthers" for what others are merged into, "notPossibleNow" for its state; input for a number that leads to
 *   nothing it could be merged into
 */
export async function planMerge(client: Transaction, viewer: Actor, input: MergeInput): Promise<Merge> {
  const reviewed = await loadReviewed(client, viewer, { type: "submission", id: input.submissionId });
  permitDecision(viewer, reviewed, input.version);
  const source = await client.submission.findUniqueOrThrow({
    where: { id: reviewed.id },
    select: {
      answeredAt: true,
      isSample: true,
      mergedFrom: { where: { review: "MERGED" }, select: { id: true }, take: 1 },
    },
  });
  if (!canMerge(reviewed)) throw conflict("notPossibleNow");
  if (source.answeredAt !== null) throw conflict("mergeAnswered");
  if (source.mergedFrom.length > 0) throw conflict("mergeHoldsOthers");
  const target = await targetOf(client, viewer, input.into);
  const problem = mergeProblem({ ...reviewed, isSample: source.isSample }, target);
  if (problem !== null || target === null) throw inputError({ into: [problem ?? "mergeUnknown"] });
  if (input.intoVersion !== null && input.intoVersion !== target.version) throw conflict("changedMeanwhile");
  return { reviewed, target, ...messages(reviewed, target, input.explanation) };
}

async function targetOf(client: Transaction, viewer: Actor, typed: string): Promise<MergeTarget | null> {
  const number = parseReceiptNumber(typed);
  if (number === null) return null;
  const row = await client.submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { number }] },
    select: {
      id: true,
      number: true,
      kind: true,
      title: true,
      locale: true,
      review: true,
      version: true,
      isSample: true,
      private: { select: { emailAddressId: true } },
    },
  });
  if (row === null) return null;
  const { private: hidden, ...target } = row;
  return { ...target, emailAddressId: hidden?.emailAddressId ?? null };
}

function messages(
  reviewed: Reviewed,
  target: MergeTarget,
  explanation: string,
): Pick<Merge, "message" | "targetMessage"> {
  const shown = isPublic(target);
  const isSamePerson = reviewed.emailAddressId !== null && reviewed.emailAddressId === target.emailAddressId;
  return {
    message: {
      template: "merged",
      params: {
        item: { type: "submission", id: reviewed.id, number: reviewed.number },
        title: reviewed.title ?? "",
        into: { number: target.number, title: shown || isSamePerson ? target.title : null },
        explanation,
        path: shown ? paths.proposal(target.number) : null,
      },
      locale: reviewed.locale,
      threadKey: reviewed.number,
      submissionId: reviewed.id,
    },
    targetMessage: isSamePerson
      ? null
      : {
          template: "joined",
          params: {
            item: { type: "submission", id: target.id, number: target.number },
            title: target.title,
            other: reviewed.number,
          },
          locale: target.locale,
          threadKey: target.number,
          submissionId: target.id,
        },
  };
}
