import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { env } from "#app/platform/env.ts";
import { mayReadMailLog } from "../mail.ts";
import { exampleSecrets, type MailExample, mailExamples, type TemplatePreview } from "../mail-examples.ts";
import { mailLinks } from "../mail-links.ts";
import { mailAudience } from "../mail-message.ts";
import { isMailTemplate, type MailToRender, renderMail } from "../templates/render-mail.ts";

/**
 * An example of a message as it would be sent from here: the site's own address and the office's telephone, invented words, keys that open
 * nothing.
 *
 * @param example a name of {@link mailExamples}; null: the first
 * @throws forbidden for anybody but administrators, moderators and viewers; notFound for a template or example that does not exist
 */
export async function getTemplatePreview(
  viewer: Actor,
  { template, locale, example }: { template: string; locale: Locale; example: string | null },
): Promise<TemplatePreview> {
  if (!mayReadMailLog(viewer)) throw forbidden();
  if (!isMailTemplate(template)) throw notFound();
  const examples: readonly MailExample[] = mailExamples(locale)[template];
  const shown = example === null ? examples[0] : examples.find(({ name }) => name === example);
  if (shown === undefined) throw notFound();
  const { moderatorPhone } = await getSettings(referenceData());
  const { BASE_URL, REPLY_DOMAIN } = env();
  const audience = mailAudience[template];
  const { subject, text, html } = renderMail({ template, params: shown.params } as MailToRender, locale, {
    links: mailLinks(BASE_URL, locale, exampleSecrets),
    officePhone: moderatorPhone,
    takesReplies: audience === "DESK" && REPLY_DOMAIN !== undefined,
  });
  return {
    template,
    locale,
    example: shown.name,
    examples: examples.map(({ name }) => name),
    audience,
    subject,
    text,
    html,
  };
}
