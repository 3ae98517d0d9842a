import type { TxContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { withSessionLock } from "#app/platform/database/session-lock.server.ts";
import { env } from "#app/platform/env.ts";
import { DeliveryError, isDeliveryError, withoutPersonalData } from "#app/platform/mail/delivery-error.ts";
import {
  type MailTransport,
  mailToFiles,
  mailTransport,
  type OutgoingMail,
} from "#app/platform/mail/transport.server.ts";
import { isAboutSample } from "./about-sample.server.ts";
import { addDeliveryJob } from "./add-delivery-job.server.ts";
import { isStopped } from "./is-stopped.server.ts";
import { mailLinks } from "./mail-links.ts";
import { linkSecrets } from "./mail-secrets.server.ts";
import { bounceAddress } from "./own-addresses.server.ts";
import { nextAttempt } from "./retry-schedule.ts";
import { storedMessage } from "./stored-message.ts";
import { type MailToRender, renderMail } from "./templates/render-mail.ts";
import { slowDown, speedUp, turnOf } from "./turns.server.ts";

/**
 * What became of one attempt. `not-waiting`: sent, given up or cancelled before; `busy`: another process is sending it now, and a later
 * attempt is queued in case that one ends without a word; `turn-later`: nothing was tried, because as many mails as its domain takes in a minute
 * go before it.
 */
export type DeliveryResult = "sent" | "turn-later" | "again-later" | "failed" | "not-waiting" | "busy";

/**
 * Puts into a message what is only known when it is sent. Null: there is nothing left to say, and the mail is cancelled.
 */
export type CompleteMail = (message: MailToRender) => Promise<MailToRender | null>;

/** A recipient as a mail names it. */
export type MailRecipient = {
  recipient: string;
  recipientKind: "PERSON" | "DESK" | "STAFF";
  submissionId: string | null;
};

/** What other parts of the city do about a delivery. */
export type DeliverySteps = {
  complete?: CompleteMail;
  /** The recipient's server refused the recipient for good; in the transaction that gives the mail up. `reason`: its words, for staff. */
  refused?: (context: TxContext, mail: MailRecipient, reason: string) => Promise<void>;
};

const busyPause = 60_000;

/**
 * Makes one attempt to deliver a queued mail and writes down what came of it, with the next attempt's job in the same transaction.
 *
 * A mail is sent at least once. If the process ends after the server took the message and before that is written down, the next attempt
 * sends it again with the same Message-ID and the same bytes, so that receiving programs can tell it is the same. Two processes never send
 * one mail at the same time: a lock that its database connection holds goes away with the process.
 *
 * Mail about a sample is written to a file, whatever the transport: it must not reach anybody.
 *
 * @param steps `complete` is for messages that keep only ids of what they tell; the bytes of a repeated attempt may then differ
 */
export async function deliverMail(
  mailId: string,
  transport: MailTransport = mailTransport(),
  steps: DeliverySteps = {},
): Promise<DeliveryResult> {
  // No row is locked: commands that cancel mails need not wait for a slow mail server.
  const result = await withSessionLock(`mail:${mailId}`, () => attempt(mailId, transport, steps));
  if (result !== "locked") return result;
  await addDeliveryJob(db(), { mailId, runAt: new Date(now().getTime() + busyPause) });
  return "busy";
}

const columns = {
  id: true,
  messageId: true,
  template: true,
  locale: true,
  recipient: true,
  recipientKind: true,
  submissionId: true,
  params: true,
  inReplyTo: true,
  replyTo: true,
  officePhone: true,
  attempts: true,
  turnAt: true,
  createdAt: true,
} as const;

type QueuedMail = MailRecipient & {
  id: string;
  messageId: string;
  template: string;
  locale: Locale;
  params: unknown;
  inReplyTo: string | null;
  replyTo: string | null;
  officePhone: string;
  attempts: number;
  turnAt: Date | null;
  createdAt: Date;
};

async function attempt(mailId: string, transport: MailTransport, steps: DeliverySteps): Promise<DeliveryResult> {
  const carrier = (await isAboutSample(mailId)) ? mailToFiles() : transport;
  const mail = await db().mail.findFirst({ where: { id: mailId, state: "QUEUED" }, select: columns });
  if (mail === null) return "not-waiting";
  if (await isStopped(mail))
    return recordFailure(mail, new DeliveryError("STOPPED mail to this address came back", true));
  if (carrier.isPaced) {
    const at = now();
    const turn = await turnOf({ ...mail, toMany: goesToMany(mail) }, at);
    if (turn > at) return postpone(mail, turn);
  }
  const startedAt = now();
  let emlFile: string | null;
  try {
    const stored = storedMessage(mail);
    const message = steps.complete ? await steps.complete(stored) : stored;
    if (message === null) return cancel(mail);
    ({ emlFile } = await carrier.send(outgoing(mail, message)));
  } catch (error) {
    return recordFailure(mail, isDeliveryError(error) ? error : brokenMail(error), steps.refused);
  }
  if (carrier.isPaced) await speedUp(mail.recipient);
  await markSent(mail, { startedAt, emlFile });
  return "sent";
}

/** A report that it came back may be here before this: then that stands, and the mail only gets when it left. */
async function markSent(
  mail: QueuedMail,
  { startedAt, emlFile }: { startedAt: Date; emlFile: string | null },
): Promise<void> {
  const at = now();
  const left = {
    attempts: mail.attempts + 1,
    lastAttemptAt: at,
    sentAt: at,
    nextAttemptAt: null,
    turnAt: null,
    emlFile,
  };
  const { count } = await db().mail.updateMany({
    where: { id: mail.id, OR: [{ returnedAt: null }, { returnedAt: { lt: startedAt } }] },
    data: { ...left, state: "SENT", lastError: null, returnedAt: null },
  });
  if (count > 0) return;
  await db().mail.updateMany({ where: { id: mail.id, state: "FAILED" }, data: left });
  await db().mail.updateMany({ where: { id: mail.id, state: "QUEUED" }, data: { ...left, state: "SENT" } });
}

/** What nobody waits for, in the queue and in the pace of a domain. */
function goesToMany({ template }: Pick<QueuedMail, "template">): boolean {
  return template === "follow-news";
}

/** Keeps the mail's turn, with its job in the same transaction. It counts as no attempt. */
function postpone(mail: QueuedMail, turn: Date): Promise<DeliveryResult> {
  return inTransaction(
    systemContext(now()),
    async ({ tx }) => {
      const { count } = await tx.mail.updateMany({
        where: { id: mail.id, state: "QUEUED" },
        data: { turnAt: turn, nextAttemptAt: turn },
      });
      if (count === 0) return "not-waiting";
      await addDeliveryJob(tx, { mailId: mail.id, runAt: turn, toMany: goesToMany(mail) });
      return "turn-later";
    },
    { announced: false },
  );
}

function systemContext(at: Date) {
  return { actor: { kind: "system", name: "mail" } as const, now: at, locale: "ja" as const };
}

async function cancel(mail: QueuedMail): Promise<DeliveryResult> {
  await db().mail.updateMany({
    where: { id: mail.id, state: "QUEUED" },
    data: { state: "CANCELLED", nextAttemptAt: null },
  });
  return "not-waiting";
}

/** A message that cannot even be put together will not get better by itself. */
function brokenMail(error: unknown): DeliveryError {
  const words = error instanceof Error ? `${error.name} ${error.message}` : "Error";
  return new DeliveryError(withoutPersonalData(`RENDER ${words}`), true);
}

function recordFailure(
  mail: QueuedMail,
  { reason, permanent, wantsPause, refusesRecipient }: DeliveryError,
  refused?: DeliverySteps["refused"],
): Promise<DeliveryResult> {
  const at = now();
  const attempts = mail.attempts + 1;
  const next = permanent ? null : nextAttempt(attempts, at);
  return inTransaction(systemContext(at), async (context) => {
    const { tx } = context;
    if (wantsPause) await slowDown(tx, mail.recipient, at);
    // Cancelled while it was being sent: it stays cancelled.
    const { count } = await tx.mail.updateMany({
      where: { id: mail.id, state: "QUEUED" },
      data: {
        state: next === null ? "FAILED" : "QUEUED",
        attempts,
        lastAttemptAt: at,
        lastError: reason,
        nextAttemptAt: next,
        turnAt: null,
      },
    });
    if (count === 0) return "not-waiting";
    if (next === null) {
      if (refusesRecipient) await refused?.(context, mail, reason);
      return "failed";
    }
    await addDeliveryJob(tx, { mailId: mail.id, runAt: next });
    return "again-later";
  });
}

/** The message as it leaves, with its real links. Always the same for one row and what was put in. */
function outgoing(mail: QueuedMail, message: MailToRender): OutgoingMail {
  const links = mailLinks(env().BASE_URL, mail.locale, linkSecrets);
  const { subject, text, html } = renderMail(message, mail.locale, {
    links,
    officePhone: mail.officePhone,
    takesReplies: mail.replyTo !== null,
  });
  return {
    id: mail.id,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    date: mail.createdAt,
    to: mail.recipient,
    replyTo: mail.replyTo,
    unsubscribe:
      message.template === "follow-news" ? links.stopFollowing(message.params.followerId, message.params.stop) : null,
    returnPath: bounceAddress(mail.id),
    subject,
    text,
    html,
    language: mail.locale === "en" ? "en" : "ja",
  };
}
