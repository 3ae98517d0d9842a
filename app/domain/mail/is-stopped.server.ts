import { db } from "#app/platform/database/client.server.ts";

/**
 * Whether nothing is to be sent to an address now, because mail for it came back: a desk's mailbox on hold, or a person's address that does not
 * exist. Asked at sending time, so that it holds for mails that were queued before. The mail to confirm an address still goes: it is how its
 * owner sets it right.
 */
export async function isStopped({
  recipient,
  recipientKind,
  template,
}: {
  recipient: string;
  recipientKind: "PERSON" | "DESK" | "STAFF";
  template: string;
}): Promise<boolean> {
  switch (recipientKind) {
    case "DESK":
      return (await db().desk.count({ where: { mailbox: recipient, mailboxHeldAt: { not: null } } })) > 0;
    case "PERSON":
      if (template === "confirm-address" || template === "confirm-follow") return false;
      return (await db().emailAddress.count({ where: { address: recipient, bouncedAt: { not: null } } })) > 0;
    case "STAFF":
      return false;
  }
}
