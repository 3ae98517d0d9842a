import type { MailParams } from "#app/domain/mail/mail-message.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * The published answer goes to everybody whose proposal was merged into the one that is answered, each with their own number, title and tracking
 * link; once to each address, and not to that of the one answered, which has it already. Only for what is public: what the city writes in
 * private to one author is not for another.
 */
export async function mailMergedAuthors(
  context: TxContext,
  { id, emailAddressId }: { id: string; emailAddressId: string | null },
  answer: MailParams["answered"],
): Promise<void> {
  const merged = await context.tx.submission.findMany({
    where: { mergedIntoId: id, review: "MERGED" },
    orderBy: { id: "asc" },
    select: { id: true, number: true, title: true, locale: true, private: { select: { emailAddressId: true } } },
  });
  const told = new Set([emailAddressId]);
  for (const { id: submissionId, number, title, locale, private: hidden } of merged) {
    const address = hidden?.emailAddressId ?? null;
    if (address === null || told.has(address)) continue;
    told.add(address);
    await mailIfConfirmed(context, address, {
      template: "answered",
      params: { ...answer, item: { type: "submission", id: submissionId, number }, title },
      locale,
      threadKey: number,
      submissionId,
    });
  }
}
