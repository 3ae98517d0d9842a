import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ArrangementPreview } from "../arrangement-page.ts";
import { type MergeInput, planMerge } from "../plan-merge.server.ts";
import { planSeparate, type SeparateInput } from "../plan-separate.server.ts";

/**
 * What `mergeSubmission` would do with this input, and the mails both authors would get; refuses what that refuses. Nothing is changed. With it
 * the version of the other one, which the command wants to see again.
 */
export async function previewMerge(
  viewer: StaffActor,
  input: MergeInput,
): Promise<{ preview: ArrangementPreview; into: string; intoVersion: number }> {
  const { reviewed, target, message, targetMessage } = await planMerge(db(), viewer, input);
  const mails = [{ number: reviewed.number, ...(await previewAuthorMail(message, reviewed.emailAddressId)) }];
  if (targetMessage !== null) {
    mails.push({ number: target.number, ...(await previewAuthorMail(targetMessage, target.emailAddressId)) });
  }
  return {
    preview: { facts: [{ term: "mergedInto", text: `${target.number} ${target.title}` }], mails },
    into: target.number,
    intoVersion: target.version,
  };
}

/** What `separateSubmission` would do with this input, and the mails both authors would get; refuses what that refuses. */
export async function previewSeparate(viewer: StaffActor, input: SeparateInput): Promise<ArrangementPreview> {
  const { merged, into, message, targetMessage } = await planSeparate(db(), viewer, input);
  const own = merged.private?.emailAddressId ?? null;
  const mails = [{ number: merged.number, ...(await previewAuthorMail(message, own)) }];
  if (targetMessage !== null) {
    mails.push({ number: into.number, ...(await previewAuthorMail(targetMessage, into.emailAddressId)) });
  }
  return { facts: [{ term: "separatedFrom", text: into.number }], mails };
}
