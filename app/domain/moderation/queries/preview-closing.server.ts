import { previewMail } from "#app/domain/mail/queries/preview-mail.server.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import { listTold } from "#app/domain/report/end-reports.server.ts";
import { reportClosedMessage } from "#app/domain/report/report-message.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ClosingInput } from "../commands/close-reports.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";
import { reportKeptMessage, shownOf } from "../report-mail.ts";

/** What closing reports sends: to readers, each with their own language and date, and to the author of what stays. */
export type ClosingPreview = {
  reader: {
    /** The first of the mails; null where no reader left an address. */
    mail: { subject: string; text: string } | null;
    /** How many get it now, and how many once they have confirmed their address. */
    now: number;
    later: number;
  };
  author: AuthorMailPreview | null;
};

/** The mails that closing reports would send, with the secret parts of links masked. Nothing is changed or queued. */
export async function previewClosing(
  viewer: StaffActor,
  input: Omit<ClosingInput, "version">,
): Promise<ClosingPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const item = await loadReviewed(db(), viewer, input.item);
  const { outcome, explanation } = input;
  const shown = shownOf(item);
  const told = await listTold(db(), item, input.reports);
  const now = told.filter(({ isConfirmed }) => isConfirmed);
  const first = (now[0] ?? told[0])?.report;
  const message = first && reportClosedMessage(first, { outcome, reason: null, explanation, shown });
  return {
    reader: {
      mail: message ? await previewMail(message, message.locale) : null,
      now: now.length,
      later: told.length - now.length,
    },
    author:
      outcome === "KEPT" && shown !== null
        ? await previewAuthorMail(reportKeptMessage(item), item.emailAddressId)
        : null,
  };
}
