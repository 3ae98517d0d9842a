import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { hashToken } from "../crypto.ts";
import { env, type MailSender } from "../env.ts";
import { DeliveryError, deliveryErrorFrom } from "./delivery-error.ts";
import { type DkimKey, dkimKey } from "./dkim.server.ts";

/** One message to one recipient, ready to leave. The same values give the same bytes. */
export type OutgoingMail = {
  id: string;
  /** Without angle brackets. */
  messageId: string;
  inReplyTo: string | null;
  date: Date;
  to: string;
  replyTo: string | null;
  /** An address at which one POST ends what the mail belongs to (RFC 8058); null where there is nothing to end. */
  unsubscribe: string | null;
  /** Envelope's sender, where reports about this message go; null: the sender people see. */
  returnPath: string | null;
  subject: string;
  text: string;
  html: string | null;
  language: "ja" | "en";
};

export type MailTransport = {
  /** Whether mails leave to others, who want no more than so many at once. */
  isPaced: boolean;
  /**
   * Hands the message to the mail server, or writes it to a file.
   * @returns the file's name, or null where a server took it
   * @throws DeliveryError
   */
  send(mail: OutgoingMail): Promise<{ emlFile: string | null }>;
  /** Ends idle connections. What is being sent is finished. */
  close(): void;
};

/** Longest time for one message, from connecting to the server's last word, in milliseconds. */
const longestDelivery = 120_000;

/** Connections kept open to the mail server. */
const smtpConnections = 3;

/**
 * Sends through the server at `url` (`smtp://` or `smtps://`, user and password in it). Connections are kept for several messages.
 *
 * @param requireTls a server that offers no TLS, or a certificate that does not hold, gets no message; each attempt fails and is repeated by
 *   the schedule. Options in the URL cannot loosen that.
 * @param dkim what each message is signed with; null: nothing
 */
export function smtpTransport(
  url: string,
  from: MailSender,
  requireTls = false,
  dkim: DkimKey | null = null,
): MailTransport {
  const transporter = nodemailer.createTransport({
    url: requireTls ? withoutOptions(url) : url,
    pool: true,
    requireTLS: requireTls,
    maxConnections: smtpConnections,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // Once, for a kept connection that the server closed meanwhile. Everything else has the schedule of deliver-mail.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === null ? {} : { dkim: signing(dkim) }),
  });
  return {
    isPaced: true,
    async send(mail) {
      const options = composed(mail, from);
      try {
        await transporter.sendMail({ ...options, signal: AbortSignal.timeout(longestDelivery) });
      } catch (error) {
        throw deliveryErrorFrom(error);
      }
      return { emlFile: null };
    },
    close: () => transporter.close(),
  };
}

/**
 * The library's usual fields of what we write, and those of stopping news by one click, which must be signed (RFC 8058 §4). Without a time, so that
 * a repeated attempt has the same bytes.
 */
const signedFields = [
  "From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References",
  "List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted:Content-Language",
].join(":");

function signing({ domain, selector, privateKey }: DkimKey) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedFields };
}

/** nodemailer lets `?requireTLS=false` and `?tls.rejectUnauthorized=false` in the URL win over what the code says. */
function withoutOptions(url: string): string {
  const plain = new URL(url);
  plain.search = "";
  return plain.href;
}

/**
 * Writes each message as `<id>.eml` (RFC 5322) into `folder`, readable by this account only. A file appears complete or not at all.
 */
export function fileTransport(folder: string, from: MailSender): MailTransport {
  const transporter = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isPaced: false,
    async send(mail) {
      const options = composed(mail, from);
      const emlFile = `${mail.id}.eml`;
      try {
        const { message } = await transporter.sendMail(options);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(join(folder, emlFile), Buffer.isBuffer(message) ? message : Buffer.from(String(message)));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        throw new DeliveryError(`FILE ${typeof code === "string" ? code : "ERROR"}`, false);
      }
      return { emlFile };
    },
    close: () => undefined,
  };
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function composed(mail: OutgoingMail, from: MailSender): SendMailOptions {
  if (!isPlainAddress(mail.to)) throw new DeliveryError("EENVELOPE the recipient is not a mail address", true);
  return {
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    from,
    // As an object it is one address; as a string it could be a list.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    textEncoding: "base64",
    xMailer: false,
    // RFC 3834 §5: keeps out-of-office programs from answering.
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.language,
      ...(mail.unsubscribe === null ? {} : { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    ...(mail.unsubscribe === null ? {} : { list: { unsubscribe: [[mail.unsubscribe]] } }),
    baseBoundary: hashToken(mail.id).slice(0, 32),
    ...(mail.returnPath === null ? {} : { envelope: { from: mail.returnPath, to: [mail.to] } }),
    ...(mail.html === null ? {} : { html: mail.html }),
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    ...(mail.inReplyTo === null ? {} : { inReplyTo: `<${mail.inReplyTo}>`, references: [`<${mail.inReplyTo}>`] }),
  };
}

/** Exactly one address without a name, comment or route: nothing that could become a second recipient or another header. */
function isPlainAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]+@[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]+$/u.test(address);
}

const shared = globalThis as typeof globalThis & { sokakuMailTransport?: MailTransport };

/** The folder of files for mail that no server takes, below the data directory. */
export function mailFolder(): string {
  return join(env().DATA_DIR, "mail");
}

/** Whether mail is only written to files because `SMTP_URL` is not set. */
export function writesMailToFiles(): boolean {
  return env().SMTP_URL === undefined;
}

/** The process's transport, made on first use: the server of `SMTP_URL`, or files below the data directory. */
export function mailTransport(): MailTransport {
  const { SMTP_URL, SMTP_REQUIRE_TLS, MAIL_FROM } = env();
  shared.sokakuMailTransport ??=
    SMTP_URL === undefined
      ? fileTransport(mailFolder(), MAIL_FROM)
      : smtpTransport(SMTP_URL, MAIL_FROM, SMTP_REQUIRE_TLS, dkimKey());
  return shared.sokakuMailTransport;
}

/** Files below the data directory, also where there is a mail server: for what nobody may receive. */
export function mailToFiles(): MailTransport {
  return fileTransport(mailFolder(), env().MAIL_FROM);
}

/** Ends the process's transport; the next use makes a new one. */
export function closeMailTransport(): void {
  shared.sokakuMailTransport?.close();
  delete shared.sokakuMailTransport;
}
