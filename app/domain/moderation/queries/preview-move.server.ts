import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ArrangementPreview } from "../arrangement-page.ts";
import { type MoveInput, planMove } from "../plan-move.server.ts";

/** What `moveItem` would do with this input, and the mail its author would get; refuses what that refuses. Nothing is changed. */
export async function previewMove(viewer: StaffActor, input: MoveInput, locale: Locale): Promise<ArrangementPreview> {
  const { reviewed, from, to, message } = await planMove(db(), viewer, input);
  return {
    facts: [
      { term: "themeBefore", text: pick(from.title, locale) },
      { term: "themeNow", text: pick(to.title, locale) },
    ],
    mails: [{ number: reviewed.number, ...(await previewAuthorMail(message, reviewed.emailAddressId)) }],
  };
}
