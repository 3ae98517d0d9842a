import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ArrangementPreview } from "../arrangement-page.ts";
import { type KindInput, planKind } from "../plan-kind.server.ts";

/** What `changeKind` would do with this input, and the mail its author would get; refuses what that refuses. Nothing is changed. */
export async function previewKind(
  viewer: StaffActor,
  input: KindInput,
  { locale, now }: { locale: Locale; now: Date },
): Promise<ArrangementPreview> {
  const { reviewed, to, message } = await planKind(db(), viewer, input, now);
  return {
    facts: [{ term: to.kind === "INQUIRY" ? "answeringDesk" : "themeNow", text: pick(to.name, locale) }],
    mails: [{ number: reviewed.number, ...(await previewAuthorMail(message, reviewed.emailAddressId)) }],
  };
}
