import { body, type Composition, mail, multipart, part, word } from "../compose.ts";
import type { Expected, MailCase } from "../mail-case.ts";

const ourId = "5f0c1f52-6c1e-4b7e-9f00-0123456789ab@tomakomai.example";
const daemon = "MAILER-DAEMON@mx.city.tomakomai.example";
const lost = "gyokaku@city.tomakomai.example";

type Report = {
  action?: string;
  status?: string;
  diagnostic?: string;
  recipient?: string;
  returned?: "message" | "headers" | null;
  words?: string;
};

function report(
  name: string,
  { action = "failed", status = "5.1.1", diagnostic, recipient = lost, returned = "message", words }: Report,
  expected: Expected,
): MailCase {
  const fields = [
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
  ].join("\r\n");
  const header = `From: no-reply@tomakomai.example\r\nTo: ${recipient}\r\nMessage-ID:\r\n <${ourId}>\r\nSubject: R8-0042\r\n`;
  return {
    name,
    category: action === "delayed" || action === "relayed" ? "notices" : "bounces",
    must: true,
    raw: multipart(
      "report",
      [
        body(words ?? "The mail system could not deliver your message."),
        part("message/delivery-status", `Reporting-MTA: dns; mx.city.tomakomai.example\r\n\r\n${fields}\r\n`),
        ...(returned === "message"
          ? [part("message/rfc822", `${header}\r\nbody\r\n`)]
          : returned === "headers"
            ? [part("text/rfc822-headers", header)]
            : []),
      ],
      {
        boundaryParameters: "; report-type=delivery-status",
        from: daemon,
        subject: "Undelivered Mail Returned to Sender",
      },
    ),
    expected,
  };
}

const hard = (status: string | null, more: NonNullable<Expected["bounce"]> = {}): Expected => ({
  kind: "bounce",
  bounce: { severity: "hard", status, recipient: lost, returnedMessageId: ourId, ...more },
});
const soft = (status: string | null, more: NonNullable<Expected["bounce"]> = {}): Expected => ({
  kind: "bounce",
  bounce: { severity: "soft", status, recipient: lost, returnedMessageId: ourId, ...more },
});

function worded(name: string, text: string, composition: Composition, expected: Expected, must = true): MailCase {
  return { name, category: "bounces", must, raw: mail(text, { from: daemon, ...composition }), expected };
}

const original = `\n------ This is a copy of the message, including all the headers. ------\n\nFrom: no-reply@tomakomai.example\nTo: ${lost}\nMessage-ID: <${ourId}>\nSubject: R8-0042\n\ntext\n`;

export const bounceCases: MailCase[] = [
  report(
    "user unknown",
    { diagnostic: `550 5.1.1 <${lost}>: Recipient address rejected: User unknown` },
    hard("5.1.1"),
  ),
  report("user unknown, header only came back", { returned: "headers" }, hard("5.1.1")),
  report("user unknown, nothing came back", { returned: null }, hard("5.1.1", { returnedMessageId: null })),
  report("no such host", { status: "5.4.4", diagnostic: "Host or domain name not found" }, hard("5.4.4")),
  report("bad domain", { status: "5.1.2" }, hard("5.1.2")),
  report("mailbox disabled", { status: "5.2.1", diagnostic: "550 5.2.1 The account is disabled" }, hard("5.2.1")),
  report(
    "moved, with a code that says nothing",
    { status: "5.0.0", diagnostic: "550 No such user here" },
    hard("5.0.0"),
  ),
  report("mailbox full", { status: "5.2.2", diagnostic: "552 5.2.2 Mailbox full" }, soft("5.2.2")),
  report("mailbox full for now", { status: "4.2.2" }, soft("4.2.2")),
  report("message too large", { status: "5.3.4" }, soft("5.3.4")),
  report("refused by policy", { status: "5.7.1", diagnostic: "550 5.7.1 Message rejected as spam" }, soft("5.7.1")),
  report("refused for DMARC", { status: "5.7.26" }, soft("5.7.26")),
  report("server away for days", { status: "4.4.1", diagnostic: "connect to mx: Connection timed out" }, soft("4.4.1")),
  report("delayed", { action: "delayed", status: "4.4.1", words: "You do not need to resend." }, { kind: "notice" }),
  report("relayed to a server that reports nothing", { action: "relayed", status: "2.1.9" }, { kind: "notice" }),
  {
    ...report("the address in other case", { recipient: "GyoKaku@City.Tomakomai.example" }, hard("5.1.1")),
  },
  worded(
    "qmail",
    `Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${lost}>:\n198.51.100.7 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${ourId}>\nSubject: R8-0042\n`,
    { subject: "failure notice" },
    hard("5.1.1"),
  ),
  worded(
    "Exim",
    `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${lost}\n    host mx.city.tomakomai.example [198.51.100.7]\n    SMTP error from remote mail server after RCPT TO:<${lost}>:\n    550 No such user here\n${original}`,
    { subject: "Mail delivery failed: returning message to sender", headers: [`X-Failed-Recipients: ${lost}`] },
    hard(null),
  ),
  worded(
    "Exim, still trying",
    `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered.\nNo action is required on your part. This is a warning message only.\n  ${lost}\n${original}`,
    { subject: "Warning: message 1abc delayed 24 hours" },
    { kind: "notice" },
  ),
  worded(
    "a carrier's server, in Japanese",
    `次のあて先へのメッセージはエラーのため送信できませんでした。\n送信先メールアドレスが見つかりませんでした。\n<${lost}>: 550 Unknown user\n${original}`,
    { subject: "Mail System Error - Returned Mail" },
    hard(null),
  ),
  worded(
    "a provider's server, in Japanese, mailbox full",
    `メールを配信できませんでした。\n宛先: ${lost}\n理由: 受信者のメールボックスの容量がいっぱいです。\n${original}`,
    { subject: word("メール配信エラーのお知らせ"), charset: "iso-2022-jp", encoding: "7bit" },
    soft(null),
  ),
  worded(
    "an office server, in Japanese",
    `宛先不明のため配達できませんでした。\n\nあて先: ${lost}\nエラー: 5.1.10 RESOLVER.ADR.RecipientNotFound\n${original}`,
    { subject: word("配信不能: 回答のお願い"), from: "postmaster@city.tomakomai.example" },
    hard("5.1.10"),
  ),
  worded(
    "Sendmail of old",
    `The original message was received at Thu, 26 Nov 2026 10:00:00 +0900\n\n   ----- The following addresses had permanent fatal errors -----\n<${lost}>\n    (reason: 553 5.3.0 <${lost}>... User unknown)\n${original}`,
    { subject: "Returned mail: see transcript for details" },
    hard("5.3.0"),
  ),
  worded(
    "an empty envelope sender and no mailer-daemon",
    `Delivery to the following recipient failed permanently:\n     ${lost}\nTechnical details: 550 5.1.1 The email account does not exist.\n${original}`,
    { subject: "Delivery Status Notification (Failure)", from: "noreply@mail.example", above: ["Return-Path: <>"] },
    hard("5.1.1"),
  ),
];
