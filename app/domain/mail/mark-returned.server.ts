import type { TxContext } from "#app/domain/shared/command-context.ts";
import { withoutPersonalData } from "#app/platform/mail/delivery-error.ts";

/**
 * Notes on a mail what its recipient's server reported afterwards. For good: it failed after all, so that the lists of failed mails show it. For
 * now: it stays as it is, with the reason.
 *
 * @returns the mail, or null if there is none
 */
export async function markReturned(
  context: TxContext,
  { mailId, reason, forGood }: { mailId: string; reason: string; forGood: boolean },
): Promise<{ recipient: string; recipientKind: "PERSON" | "DESK" | "STAFF"; submissionId: string | null } | null> {
  const [mail] = await context.tx.mail.updateManyAndReturn({
    where: { id: mailId },
    data: {
      lastError: withoutPersonalData(`RETURNED ${reason}`),
      returnedAt: context.now,
      ...(forGood ? { state: "FAILED", nextAttemptAt: null } : {}),
    },
    select: { recipient: true, recipientKind: true, submissionId: true },
  });
  return mail ?? null;
}
