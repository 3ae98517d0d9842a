/**
 * A report that a message of ours did not arrive. `hard`: the address does not exist or takes no mail; trying again is pointless. `soft`: the
 * mailbox is full, the server was away, or it refused this message and not the address.
 */
export type Bounce = {
  severity: "hard" | "soft";
  /** Enhanced status code (RFC 3463), `5.1.1`; null where the report has none. */
  status: string | null;
  /** Whom it did not reach, as the report writes it, in lower case. */
  recipient: string | null;
  /** Message-ID of the message that came back, without angle brackets. */
  returnedMessageId: string | null;
  /** One line of the report for staff. */
  reason: string;
};

/** A delivery report: a failure, or a delay (the server still tries). */
export type DeliveryReport = { fate: "failed" | "delayed" | "delivered"; bounce: Bounce };

/** The parts of a message a report can be read from. */
export type ReportSource = {
  from: string | null;
  subject: string;
  returnPath: string | null;
  text: string;
  /** Text of `message/delivery-status` parts. */
  deliveryStatus: string | null;
  /** Header of the message that came back, or all of it. */
  returned: string | null;
  failedRecipients: string | null;
};

/** Most of a report that is read: what went wrong stands at its beginning. */
const longestReport = 20_000;

/** The report a message is, or null. First the standard form (RFC 3464), then what programs write that do not know it. */
export function readDeliveryReport(source: ReportSource): DeliveryReport | null {
  const beginning = { ...source, text: source.text.slice(0, longestReport) };
  return fromStatus(beginning) ?? fromWords(beginning);
}

function fromStatus(source: ReportSource): DeliveryReport | null {
  if (source.deliveryStatus === null) return null;
  const groups = source.deliveryStatus
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/)
    .map(fieldsOf);
  const perRecipient = groups.filter((fields) => fields.has("action") || fields.has("final-recipient"));
  // A report on several recipients is ours by one of them: each of our messages has one.
  const fields = perRecipient.find((group) => group.get("action") === "failed") ?? perRecipient[0];
  if (fields === undefined) return null;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get("status") ?? "")?.[0] ?? null;
  const diagnostic = addressed(fields.get("diagnostic-code")) ?? "";
  const stated = fields.get("action") ?? "";
  const fate =
    stated === "delayed"
      ? "delayed"
      : stated === "failed" || (stated === "" && status?.startsWith("2") === false)
        ? "failed"
        : "delivered";
  return {
    fate,
    bounce: {
      severity: severityOf(status, diagnostic),
      status,
      recipient: plainAddress(addressed(fields.get("final-recipient")) ?? addressed(fields.get("original-recipient"))),
      returnedMessageId: returnedMessageId(source),
      reason: oneLine(diagnostic || `${stated} ${status ?? ""}`),
    },
  };
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split("\n")) {
    const [, name = "", value = ""] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== "" && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), name.toLowerCase() === "action" ? value.trim().toLowerCase() : value.trim());
    }
  }
  return fields;
}

/** `rfc822; someone@example.org` without the type. */
function addressed(value: string | undefined): string | null {
  return value === undefined ? null : value.replace(/^[a-z0-9-]+\s*;\s*/i, "").trim();
}

const reporters = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|maildaemon|microsoftexchange[0-9a-f]*)@/i;
const reportSubjects =
  /(?:undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|failed)|mail delivery (?:failed|system|error)|returned mail|failure notice|mail system error|non-?delivery|could not be delivered|message not delivered|配信(?:不能|できませんでした|に失敗|エラー|不可)|配達(?:不能|できませんでした)|送信できませんでした|宛先不明|不達(?:通知)?|エラーメール|届けられませんでした)/i;
const delaySubjects =
  /(?:delayed|warning: (?:could not send|message)|still (?:being )?(?:retried|trying)|遅延|配信が遅れ)/i;
const delayWords =
  /(?:this is a warning message only|you do not need to resend|will (?:continue|keep) (?:trying|to try)|まだ配信されていません|再送を(?:続け|試み))/i;

function fromWords(source: ReportSource): DeliveryReport | null {
  const byReporter =
    reporters.test(source.from ?? "") || (source.returnPath === "" && reportSubjects.test(source.subject));
  const says =
    reportSubjects.test(source.subject) || source.failedRecipients !== null || failureWords.test(source.text);
  const late = delaySubjects.test(source.subject) || delayWords.test(source.text);
  if (!byReporter || !(says || late)) return null;
  const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(source.text)?.[0] ?? null;
  const line = source.text.split("\n").find((words) => reasonWords.test(words)) ?? "";
  return {
    fate: late ? "delayed" : "failed",
    bounce: {
      severity: severityOf(status, source.text),
      status,
      recipient: plainAddress(source.failedRecipients) ?? recipientIn(source.text),
      returnedMessageId: returnedMessageId(source),
      reason: oneLine(line || source.subject),
    },
  };
}

const failureWords =
  /(?:this is the qmail-send program|could not be delivered|permanent (?:fatal )?errors?|user unknown|unknown user|no such user|mailbox (?:unavailable|not found|is full)|エラーのため送信できませんでした|送信できませんでした|配信できませんでした|存在しない(?:ため|メールアドレス)|届きませんでした)/i;
const reasonWords =
  /(?:\b[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3}|unknown|no such|full|over quota|not exist|disabled|refused|rejected|timed out|エラー|存在しない|容量|いっぱい|拒否)/i;

/** Words of servers that write no enhanced code, or one that says nothing (5.0.0). */
const unknownAddress =
  /(?:user (?:is )?unknown|unknown (?:user|recipient|local part)|no such (?:user|mailbox|recipient|person)|(?:recipient|user|account|address|mailbox) (?:does(?:n't| not) exist|not found|unavailable|unknown)|invalid (?:recipient|mailbox|address)|address rejected|host (?:or domain name )?not found|account (?:is )?(?:disabled|inactive)|存在しない|あて先不明|宛先不明|見つかりません)/i;
const fullMailbox =
  /(?:mailbox (?:is )?full|over ?quota|quota exceeded|insufficient (?:system )?storage|容量(?:を超え|オーバー|が一杯|がいっぱい)|受信箱が?(?:いっぱい|一杯))/i;

/** Whether a server's words say that there is no such address. */
export function saysUnknown(words: string): boolean {
  return unknownAddress.test(words);
}

/**
 * Whether an address is at its end. By the status code: 5.1.x (address), 5.2.1 (mailbox disabled), 5.4.4 (no such host) and any other 5.x.x that
 * is about the address are hard; 4.x.x, a full mailbox (x.2.2), a message too large (x.2.3, x.3.4), routing and policy (5.4.x, 5.7.x: this
 * message, not this address) are soft. Where the code says nothing, by the server's words.
 */
export function severityOf(status: string | null, words: string): "hard" | "soft" {
  if (fullMailbox.test(words)) return "soft";
  const [family, subject, detail] = (status ?? "").split(".").map(Number);
  if (family === 4) return "soft";
  if (family === 5) {
    if (subject === 1 && detail !== 8 && detail !== 7) return "hard";
    if ((subject === 2 && detail === 1) || (subject === 4 && detail === 4)) return "hard";
    if (subject === 2 && (detail === 2 || detail === 3)) return "soft";
    if (subject === 3 || subject === 4 || subject === 6 || subject === 7)
      return unknownAddress.test(words) ? "hard" : "soft";
  }
  if (unknownAddress.test(words)) return "hard";
  if (/\b4[0-9]{2}[ -]/.test(words) && !/\b5[0-9]{2}[ -]/.test(words)) return "soft";
  return family === 5 || /\b55[0-9][ -]/.test(words) ? "hard" : "soft";
}

function returnedMessageId({ returned, text }: ReportSource): string | null {
  const places = [returned ?? "", text];
  for (const place of places) {
    const found = /^[ \t>]*message-id\s*:[\s<]*([^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+)/imu.exec(
      place.replace(/\r?\n[ \t]+(?=<)/g, " "),
    );
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

function recipientIn(text: string): string | null {
  const found =
    /^[ \t]*<([^\s<>@]{1,64}@[^\s<>@]{1,255})>\s*:?[ \t]*$/m.exec(text) ??
    /(?:rcpt to|to|あて先|宛先|recipient|address)\s*[:\uff1a]?\s*<?([^\s<>@:\uff1a]{1,64}@[^\s<>@]{1,255}?)>?(?=[\s:;,)\u3000]|$)/i.exec(
      text,
    ) ??
    /<([^\s<>@]{1,64}@[^\s<>@]{1,255})>/.exec(text) ??
    /([^\s<>@:\uff1a(]{1,64}@[^\s<>@)]{1,255}\.[a-z]{2,})/i.exec(text);
  return plainAddress(found?.[1] ?? null);
}

function plainAddress(value: string | null): string | null {
  const found = /[^\s<>,;"@]{1,64}@[^\s<>,;"@]{1,255}/.exec(value ?? "");
  return found === null ? null : found[0].toLowerCase();
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim().slice(0, 300);
}
