import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { MailTemplate } from "./mail-message.ts";

/**
 * Takes away every message of these kinds to these addresses, whatever its state: of what somebody asked the platform to forget, the log must
 * not keep the address. Delivery jobs that still wait find nothing to send.
 *
 * @returns the files that were written instead of sending; the caller deletes them from the mail folder once the transaction is through
 */
export async function removeMailsTo(
  context: TxContext,
  { recipients, templates }: { recipients: string[]; templates: MailTemplate[] },
): Promise<{ emlFiles: string[] }> {
  const where = { recipient: { in: recipients }, template: { in: templates } };
  const rows = await context.tx.mail.findMany({ where, select: { id: true, emlFile: true } });
  await context.tx.mail.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return { emlFiles: rows.flatMap(({ emlFile }) => emlFile ?? []) };
}

/** Takes away messages of one kind that were queued before a moment and wait no more; see {@link removeMailsTo}. */
export async function removeOldMails(
  context: TxContext,
  { template, before, atMost }: { template: MailTemplate; before: Date; atMost: number },
): Promise<{ emlFiles: string[] }> {
  const rows = await context.tx.mail.findMany({
    where: { template, state: { not: "QUEUED" }, createdAt: { lt: before } },
    take: atMost,
    select: { id: true, emlFile: true },
  });
  await context.tx.mail.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return { emlFiles: rows.flatMap(({ emlFile }) => emlFile ?? []) };
}
