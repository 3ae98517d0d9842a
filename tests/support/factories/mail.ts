import { randomUUID } from "node:crypto";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

export const mailTime = new Date("2026-11-22T03:00:00.000Z");

export const systemContext: CommandContext = {
  actor: { kind: "system", name: "test" },
  now: mailTime,
  locale: "ja",
};

/** A receipt to a person, with what the test changes. */
export function receiptMessage(changes: Partial<Extract<MailMessage, { template: "receipt" }>> = {}): MailMessage {
  const submissionId = randomUUID();
  return {
    template: "receipt",
    params: {
      item: { type: "submission", id: submissionId, number: "R8-0042" },
      kind: "IDEA",
      title: "公園の草刈り",
      body: "町内会と企業が一緒に草刈りをする。",
      reviewDueOn: "2026-11-26",
    },
    to: "citizen@example.com",
    recipientKind: "PERSON",
    locale: "ja",
    threadKey: "R8-0042",
    submissionId,
    ...changes,
  };
}

/** A request for an answer to a desk. */
export function assignedMessage(
  changes: Partial<Extract<MailMessage, { template: "assigned" }>> = {},
): Extract<MailMessage, { template: "assigned" }> {
  return {
    template: "assigned",
    params: {
      number: "R8-0042",
      kind: "PARTNERSHIP",
      review: "PENDING",
      themeTitle: "協働の推進",
      questionText: null,
      title: "公園の草刈り",
      body: "町内会と企業が一緒に草刈りをする。",
      expectedEffect: null,
      area: null,
      displayName: null,
      organizationName: "株式会社サンプル",
      partnership: {
        cooperation: "草刈り機を貸す。",
        request: "場所の調整",
        costSharing: "NONE",
        hasConfidentialNote: false,
        contactPerson: "総務課の担当者",
      },
      receivedOn: "2026-11-22",
      channel: "PAPER",
      dueOn: "2026-12-04",
      instruction: null,
      answerLinkId: randomUUID(),
      deskName: { ja: "行革担当", easy: "行革担当", en: "Administrative Reform Desk" },
    },
    to: "gyokaku@tomakomai.example",
    recipientKind: "DESK",
    locale: "ja",
    threadKey: "R8-0042",
    ...changes,
  };
}

/** Queues a message as a command would. */
export function queueMail(message: MailMessage = receiptMessage(), now: Date = mailTime): Promise<string> {
  return inTransaction({ ...systemContext, now }, (context) => enqueueMail(context, message));
}
