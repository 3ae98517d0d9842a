import type { TrackedItem } from "#app/domain/mail/mail-message.ts";
import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { canSplit } from "./arrangement.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";
import { isVerbatim } from "./passage.ts";

export type SplitInput = {
  submissionId: string;
  version: number;
  /** The moderator's title for the part. */
  title: string;
  /** The author's words that become its text. */
  passage: string;
};

/**
 * Whether a passage of a submission can become a submission of its own: the preview on the desk and the command both ask here.
 *
 * @throws not found; as `permitDecision`; conflict "notPossibleNow"; input for a passage that is not in the text word for word, or is all of it
 */
export async function planSplit(client: Transaction, viewer: Actor, input: SplitInput): Promise<Reviewed> {
  const reviewed = await loadReviewed(client, viewer, { type: "submission", id: input.submissionId });
  permitDecision(viewer, reviewed, input.version);
  if (!canSplit(reviewed)) throw conflict("notPossibleNow");
  const { body } = await client.submission.findUniqueOrThrow({ where: { id: reviewed.id }, select: { body: true } });
  if (!isVerbatim(body, input.passage)) throw inputError({ passage: ["passageNotVerbatim"] });
  if (isVerbatim(input.passage, body)) throw inputError({ passage: ["passageIsAll"] });
  return reviewed;
}

/** The mail its author gets. */
export function splitMessage(reviewed: Reviewed, input: SplitInput, part: TrackedItem): PersonMessage {
  return {
    template: "split",
    params: {
      item: { type: "submission", id: reviewed.id, number: reviewed.number },
      title: reviewed.title ?? "",
      part,
      partTitle: input.title,
      passage: input.passage,
    },
    locale: reviewed.locale,
    threadKey: reviewed.number,
    submissionId: reviewed.id,
  };
}
