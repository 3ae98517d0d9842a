import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { env } from "#app/platform/env.ts";
import { maskedMailLinks } from "../mail-links.ts";
import { type MailToRender, type RenderedMail, renderMail } from "../templates/render-mail.ts";

/**
 * What a message would look like if it were queued now, with its keys masked: for a moderator before deciding. Queues nothing. The caller has
 * checked that the viewer may see the params.
 */
export async function previewMail(message: MailToRender, locale: Locale): Promise<RenderedMail> {
  const { moderatorPhone } = await getSettings(referenceData());
  return renderMail(message, locale, {
    links: maskedMailLinks(env().BASE_URL, locale),
    officePhone: moderatorPhone,
    takesReplies: false,
  });
}
