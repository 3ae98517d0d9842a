import { markReturned } from "#app/domain/mail/mark-returned.server.ts";
import { takesNothing } from "#app/domain/mail/soft-bounces.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { withoutPersonalData } from "#app/platform/mail/delivery-error.ts";
import type { Bounce } from "./bounce.ts";
import { stopMailTo } from "./stop-mail-to.server.ts";

/**
 * What a report changes: the mail shows that it did not arrive; for good, nothing more is sent to that mailbox or address until somebody has
 * seen to it. A desk's mailbox that sends back one mail after the other for days, each time for now, counts as one that does so for good. The mail is the one whose bounce address the report came to, else the one whose Message-ID it carries.
 *
 * @returns the mail the report is about, or null if it is none of ours
 */
export async function applyBounce(
  context: TxContext,
  { bounce, mailId }: { bounce: Bounce; mailId: string | null },
): Promise<{ mailId: string; submissionId: string | null } | null> {
  const mail = await context.tx.mail.findFirst({
    where: mailId === null ? { messageId: bounce.returnedMessageId ?? "" } : { id: mailId },
    select: { id: true },
  });
  if (mail === null) return null;
  const forGood = bounce.severity === "hard";
  const reason = withoutPersonalData([bounce.status, bounce.reason].filter(Boolean).join(" "));
  const returned = await markReturned(context, { mailId: mail.id, reason, forGood });
  if (returned === null) return null;
  if (forGood || (returned.recipientKind === "DESK" && (await takesNothing(context, returned.recipient))))
    await stopMailTo(context, returned, reason);
  return { mailId: mail.id, submissionId: returned.submissionId };
}
