import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { writesMailToFiles } from "#app/platform/mail/transport.server.ts";
import {
  mayReadMailLog,
  mayResendMail,
  resendWay,
  seesMailContacts,
  seesMailSecrets,
  shownRecipient,
  veiledAddress,
} from "../mail.ts";
import { mailLinks, maskedMailLinks } from "../mail-links.ts";
import type { MailPage } from "../mail-log.ts";
import { linkSecrets } from "../mail-secrets.server.ts";
import { storedMessage } from "../stored-message.ts";
import { type MailToRender, renderMail } from "../templates/render-mail.ts";

/** One mail of the log. @throws forbidden for anybody but administrators, moderators and viewers; notFound */
export async function getMailPage(viewer: Actor, id: string): Promise<MailPage> {
  if (!mayReadMailLog(viewer)) throw forbidden();
  const mail = await db().mail.findUnique({ where: { id } });
  if (mail === null) throw notFound();
  const copies = await db().mail.findMany({
    where: { resentOfId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, state: true, createdAt: true },
  });
  const showsContacts = seesMailContacts(viewer);
  const showsSecrets = seesMailSecrets(viewer, mail.template, writesMailToFiles());
  const { BASE_URL } = env();
  const rendered = rendering(() =>
    renderMail(showsContacts ? storedMessage(mail) : withoutContacts(storedMessage(mail)), mail.locale, {
      links: showsSecrets ? mailLinks(BASE_URL, mail.locale, linkSecrets) : maskedMailLinks(BASE_URL, mail.locale),
      officePhone: mail.officePhone,
      takesReplies: mail.replyTo !== null,
    }),
  );
  return {
    id: mail.id,
    messageId: mail.messageId,
    template: mail.template,
    locale: mail.locale,
    number: mail.threadKey,
    recipient: shownRecipient(viewer, mail),
    subject: mail.subjectLine,
    text: rendered?.text ?? null,
    hasHtml: rendered?.html != null,
    showsSecrets,
    state: mail.state,
    attempts: mail.attempts,
    error: mail.lastError,
    emlFile: mail.emlFile,
    // Whoever knows it could answer in the desk's name.
    replyTo: mail.replyTo === null ? null : veiledAddress(mail.replyTo),
    createdAt: mail.createdAt.toISOString(),
    lastAttemptAt: mail.lastAttemptAt?.toISOString() ?? null,
    nextAttemptAt: mail.nextAttemptAt?.toISOString() ?? null,
    sentAt: mail.sentAt?.toISOString() ?? null,
    resentOfId: mail.resentOfId,
    copies: copies.map((copy) => ({ ...copy, createdAt: copy.createdAt.toISOString() })),
    resend: mayResendMail(viewer) ? resendWay(mail.state) : null,
  };
}

/** The log must open even for a mail that an older or newer version wrote. */
function rendering<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const veiled = "…";

/** The same message without contact data, for viewers. */
function withoutContacts(message: MailToRender): MailToRender {
  switch (message.template) {
    case "assigned": {
      const { partnership } = message.params;
      if (partnership?.contactPerson == null) return message;
      return {
        template: message.template,
        params: { ...message.params, partnership: { ...partnership, contactPerson: veiled } },
      };
    }
    case "invitation":
      return { template: message.template, params: { ...message.params, name: veiled } };
    default:
      return message;
  }
}
