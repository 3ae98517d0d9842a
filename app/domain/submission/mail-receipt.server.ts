import type { TrackedItem } from "#app/domain/mail/mail-message.ts";
import { mailIfConfirmed, type PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";

/**
 * Queues the receipt of a submission to its author, if the address is confirmed: at once when it was confirmed before, or when its owner
 * has just confirmed it.
 */
export async function mailReceipt(context: TxContext, submissionId: string): Promise<void> {
  const submission = await context.tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      id: true,
      number: true,
      kind: true,
      locale: true,
      review: true,
      title: true,
      body: true,
      dueOn: true,
      private: { select: { emailAddressId: true } },
      inquiryDesk: {
        select: { name: true, phone: true, hours: true, section: { select: { name: true } } },
      },
    },
  });
  const { id, number, kind, title, body, inquiryDesk } = submission;
  const item: TrackedItem = { type: "submission", id, number };
  const envelope = { locale: submission.locale, threadKey: number, submissionId: id };
  const dueOn = dayOf(submission.dueOn);
  const message: PersonMessage =
    kind === "INQUIRY" && inquiryDesk !== null
      ? {
          ...envelope,
          template: "inquiry-received",
          params: {
            item,
            title,
            body,
            dueOn,
            desk: {
              name: inquiryDesk.name as LocalizedText,
              section: inquiryDesk.section.name as LocalizedText,
              phone: inquiryDesk.phone,
              hours: inquiryDesk.hours as LocalizedText,
            },
          },
        }
      : {
          ...envelope,
          template: "receipt",
          params: { item, kind, title, body, reviewDueOn: submission.review === "PENDING" ? dueOn : null },
        };
  // what is public by now needs no promise to look whether it may be
  const isOut = submission.review === "PUBLISHED" && kind !== "INQUIRY";
  const published: PersonMessage = {
    ...envelope,
    template: "published",
    params: { item, kind, title, path: paths.proposal(number) },
  };
  await mailIfConfirmed(context, submission.private?.emailAddressId ?? null, isOut ? published : message);
}
