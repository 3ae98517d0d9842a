import { isSameAddress, readOwnAddress } from "#app/domain/mail/own-addresses.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { readRecipients } from "./read-message.server.ts";

/** What an address of ours that a message came to stands for. `none`: it is not one that was ever given out. */
export type ReplyTarget =
  | { kind: "none" }
  | { kind: "bounce"; mailId: string }
  | { kind: "mailbox"; mailboxTestId: string; mailboxes: (string | null)[] }
  | {
      kind: "reply";
      answerLinkId: string;
      submissionId: string;
      number: string;
      deskName: LocalizedText;
      /** The mail that carried the address. */
      mailId: string;
      /** Where that mail went, and where the desk's mail goes now. */
      mailboxes: (string | null)[];
    };

/**
 * Finds what a recipient's address stands for. Of a reply address not only the form must be right: it must stand in a mail that was made for
 * the link it names. All of them are compared, each in constant time, so that nobody learns from outside which links exist.
 */
export async function findReplyTarget(recipient: string): Promise<ReplyTarget> {
  const own = readOwnAddress(recipient);
  if (own === null) return { kind: "none" };
  if (own.kind === "bounce") {
    const mail = await db().mail.findUnique({ where: { id: own.mailId }, select: { id: true } });
    return mail === null ? { kind: "none" } : own;
  }
  if (own.kind === "mailbox") {
    // of a desk's last test only, as its link
    const { mailboxTestId } = own;
    const desk = await db().desk.findFirst({ where: { mailboxTestId }, select: { mailbox: true } });
    return desk === null ? { kind: "none" } : { kind: "mailbox", mailboxTestId, mailboxes: [desk.mailbox] };
  }
  const link = await db().answerLink.findUnique({
    where: { id: own.answerLinkId },
    select: {
      submissionId: true,
      submission: { select: { number: true } },
      assignment: { select: { desk: { select: { name: true, mailbox: true } } } },
    },
  });
  if (link === null) return { kind: "none" };
  const mails = await db().mail.findMany({
    where: { submissionId: link.submissionId, replyTo: { not: null } },
    orderBy: { createdAt: "desc" },
    select: { id: true, replyTo: true, recipient: true },
  });
  const [mail] = mails.filter(({ replyTo }) => replyTo !== null && isSameAddress(replyTo, own.address));
  if (mail === undefined) return { kind: "none" };
  const { desk } = link.assignment;
  return {
    kind: "reply",
    answerLinkId: own.answerLinkId,
    submissionId: link.submissionId,
    number: link.submission.number,
    deskName: desk.name as LocalizedText,
    mailId: mail.id,
    mailboxes: [mail.recipient, desk.mailbox],
  };
}

/**
 * Those of a message's recipients, by its header, that are addresses of ours and were given out: what a message in a mailbox was sent to, where
 * no envelope tells. A header may name several, and each is one recipient.
 *
 * @param header at least the lines of `recipientHeaders`
 * @throws Error if the header cannot be taken apart
 */
export async function findOwnRecipients(header: Uint8Array): Promise<string[]> {
  const own: string[] = [];
  for (const address of await readRecipients(header)) {
    if ((await findReplyTarget(address)).kind !== "none") own.push(address);
  }
  return own;
}
