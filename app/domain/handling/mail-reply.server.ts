import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { answerLinkFor } from "./answer-link.server.ts";
import { presentDueOn } from "./clock-of-desk.server.ts";
import type { Handled } from "./load-handled.server.ts";

/** Mails a desk what the author answered to its question. @param to an address that may get what people wrote */
export async function mailReply(
  context: TxContext,
  submission: Handled,
  mail: {
    assignment: NonNullable<Handled["assignment"]>;
    deskName: unknown;
    question: string;
    reply: string;
    to: string;
  },
): Promise<void> {
  const { assignment, deskName, question, reply, to } = mail;
  await enqueueMail(context, {
    template: "replied",
    params: {
      number: submission.number,
      title: submission.title,
      question,
      reply,
      dueOn: presentDueOn(context, assignment),
      answerLinkId: await answerLinkFor(context, { submissionId: submission.id, assignmentId: assignment.id }),
      deskName: deskName as LocalizedText,
    },
    to,
    recipientKind: "DESK",
    locale: "ja",
    threadKey: submission.number,
    submissionId: submission.id,
  });
}
