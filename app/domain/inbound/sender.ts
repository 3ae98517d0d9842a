import type { MessageKind } from "./inbound.ts";

/** Kinds that programs send: nobody waits for an answer, so none is given, and nobody is bothered. */
export function isFromMachine(kind: MessageKind): boolean {
  switch (kind) {
    case "bounce":
    case "autoReply":
    case "notice":
    case "loop":
      return true;
    case "reply":
    case "empty":
    case "unreadable":
      return false;
  }
}

/**
 * Whether a sender can be held to be the desk a mail went to: the mailbox itself, or somebody of its domain, as officers answer from addresses
 * of their own. The secret in the address they answer to is the other half.
 */
export function isOfDesk(sender: string | null, mailboxes: readonly (string | null)[]): boolean {
  if (sender === null) return false;
  const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return mailboxes.some((mailbox) => mailbox !== null && domainOf(mailbox) === domainOf(sender));
}
