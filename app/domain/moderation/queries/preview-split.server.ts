import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ArrangementPreview } from "../arrangement-page.ts";
import { planSplit, type SplitInput, splitMessage } from "../plan-split.server.ts";

/** What `splitSubmission` would make with this input, and the mail its author would get; refuses what that refuses. Takes no number. */
export async function previewSplit(viewer: StaffActor, input: SplitInput): Promise<ArrangementPreview> {
  const reviewed = await planSplit(db(), viewer, input);
  const [year] = reviewed.number.split("-");
  const message = splitMessage(reviewed, input, { type: "submission", id: reviewed.id, number: `${year}-XXXX` });
  return {
    facts: [
      { term: "partTitle", text: input.title },
      { term: "passage", text: input.passage },
    ],
    mails: [{ number: reviewed.number, ...(await previewAuthorMail(message, reviewed.emailAddressId)) }],
  };
}
