/** A message was not delivered. `reason` is one line for staff: codes and the server's words, without addresses or passwords. */
export class DeliveryError extends Error {
  readonly deliveryError = true;
  /** True: trying again is pointless (the server refused this recipient or this message). */
  readonly permanent: boolean;
  /** True: the recipient's server wants mail later or more slowly, so that other mails for the same domain had better wait too. */
  readonly wantsPause: boolean;
  /** True: the recipient's server refused this recipient for good while the mail was being sent. */
  readonly refusesRecipient: boolean;
  readonly reason: string;

  constructor(reason: string, permanent: boolean, { wantsPause = false, refusesRecipient = false } = {}) {
    super(reason);
    this.name = "DeliveryError";
    this.reason = reason;
    this.permanent = permanent;
    this.wantsPause = wantsPause;
    this.refusesRecipient = refusesRecipient;
  }
}

/** The two module graphs of one process hold two copies of the class, so `instanceof` would miss one of them. */
export function isDeliveryError(error: unknown): error is DeliveryError {
  return typeof error === "object" && error !== null && (error as { deliveryError?: unknown }).deliveryError === true;
}

type SmtpFailure = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown; message?: unknown };

/**
 * Reads what went wrong out of a failed SMTP conversation (RFC 5321 §4.2.1).
 *
 * A 5xx reply to the recipient or to the message ends it. A 5xx reply to anything before (greeting, TLS, sign-in, sender) says that the
 * installation is set up wrongly, which somebody may put right within the days a message is retried; so do 4xx replies and everything that
 * happens to a connection.
 *
 * A 4xx reply to the recipient or the message is taken as its domain's wish to get mail later, unless it is about that mailbox alone (X.2.X).
 */
export function deliveryErrorFrom(error: unknown): DeliveryError {
  const failure: SmtpFailure = typeof error === "object" && error !== null ? error : { message: error };
  const code = typeof failure.code === "string" ? failure.code : "ERROR";
  const command = typeof failure.command === "string" ? failure.command : "";
  const reply = typeof failure.responseCode === "number" ? failure.responseCode : null;
  const isAboutThisMail = command === "RCPT TO" || command === "DATA";
  const permanent =
    reply === null ? code === "EENVELOPE" && command !== "CONN" : reply >= 500 && reply <= 599 && isAboutThisMail;
  const words = typeof failure.response === "string" ? failure.response : String(failure.message ?? "");
  const wantsPause = reply !== null && reply >= 400 && reply <= 499 && isAboutThisMail && !/\b4\.2\.\d/.test(words);
  const refusesRecipient = permanent && reply !== null && command === "RCPT TO";
  return new DeliveryError(withoutPersonalData([code, command, words].filter(Boolean).join(" ")), permanent, {
    wantsPause,
    refusesRecipient,
  });
}

/** Longest reason kept, in characters. */
const longestReason = 300;

/** One line without mail addresses and without the user and password of a URL: servers like to repeat whom they refused. */
export function withoutPersonalData(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\/\/[^\s/@]+@/g, "//…@")
    .replace(/[^\s<>"'():;,@]+@[^\s<>"'():;,@]+/g, "…@…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestReason);
}
