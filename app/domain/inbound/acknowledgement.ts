/** As forms of one line: what the test mail asks for, and what people write instead. */
const received = /^(?:受け?取りました|受けとりました|届きました|確認しました|received|it arrived)[。.!\uff01]?$/i;

/**
 * Whether a reply to the test of a mailbox says that it arrived: on a line of its own, because what else stands there may say that the mail
 * came to the wrong people.
 */
export function saysReceived(own: string): boolean {
  return own.split("\n").some((line) => received.test(line.normalize("NFKC").trim()));
}
