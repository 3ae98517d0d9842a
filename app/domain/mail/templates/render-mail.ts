import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { MailLinks } from "../mail-links.ts";
import { type MailParams, type MailTemplate, mailAudience } from "../mail-message.ts";
import type { MailContent } from "./mail-content.ts";
import { type MailSurroundings, mailContents, numberOf } from "./mail-contents.ts";
import { mailWords } from "./mail-words.ts";
import { renderMailHtml } from "./render-html.ts";
import { renderMailText } from "./render-text.ts";

/** A message as it is sent. `html` is null for desks and staff: their gateways turn HTML into something unreadable. */
export type RenderedMail = { subject: string; text: string; html: string | null };

/** One message with the params its template needs. */
export type MailToRender = { [T in MailTemplate]: { template: T; params: MailParams[T] } }[MailTemplate];

/** Whether a stored template name is one this code can render. */
export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailContents, name);
}

type Around = { links: MailLinks; officePhone: string; takesReplies: boolean };

/**
 * Renders a message. Pure: the same message gives the same bytes today and in three days, so a repeated attempt is recognisable.
 *
 * @param links the addresses to put in, real or masked
 * @throws RangeError when a stored date is not a date
 */
export function renderMail(message: MailToRender, locale: Locale, around: Around): RenderedMail {
  const content = compose(message, { locale, words: mailWords(locale), ...around });
  const subject = subjectLine(content.subject, numberOf(message.params), locale);
  return {
    subject,
    text: renderMailText(content, locale),
    html: mailAudience[message.template] === "PERSON" ? renderMailHtml(subject, content, locale) : null,
  };
}

/** Its subject alone, which costs next to nothing. */
export function renderSubject(message: MailToRender, locale: Locale, around: Around): string {
  const { subject } = compose(message, { locale, words: mailWords(locale), ...around });
  return subjectLine(subject, numberOf(message.params), locale);
}

// A template and its params always belong together, which the compiler cannot follow through the table.
function compose<T extends MailTemplate>(
  message: { template: T; params: MailParams[T] },
  around: MailSurroundings,
): MailContent {
  return mailContents[message.template](message.params, around);
}

/** `【創革ひろば】` + what + receipt number. Line breaks and other control characters cannot get into a header from here. */
function subjectLine(what: string, number: string | null, locale: Locale): string {
  const line = `${mailWords(locale)("brand")}${what}${number === null ? "" : ` ${number}`}`;
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
