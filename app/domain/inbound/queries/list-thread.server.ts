import { mayReadMailLog, shownRecipient } from "#app/domain/mail/mail.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ThreadMessage } from "../inbox.ts";

/** Most messages shown of one submission; the mail log has all. */
const most = 200;

/** How many messages there are about a submission, out and in, for those who read the mail log; 0 for others. */
export async function countThread(viewer: Actor, submissionId: string): Promise<number> {
  if (!mayReadMailLog(viewer)) return 0;
  const where = { submissionId };
  const [out, incoming] = await Promise.all([db().mail.count({ where }), db().inboundMessage.count({ where })]);
  return out + incoming;
}

/** Every message about a submission, out and in, in their order, for those who read the mail log; nothing for others. */
export async function listThread(viewer: Actor, submissionId: string): Promise<ThreadMessage[]> {
  if (!mayReadMailLog(viewer)) return [];
  const [out, incoming] = await Promise.all([
    db().mail.findMany({
      where: { submissionId },
      orderBy: { createdAt: "desc" },
      take: most,
      select: {
        id: true,
        createdAt: true,
        subjectLine: true,
        recipient: true,
        recipientKind: true,
        state: true,
        lastError: true,
      },
    }),
    db().inboundMessage.findMany({
      where: { submissionId },
      orderBy: { receivedAt: "desc" },
      take: most,
      select: {
        id: true,
        receivedAt: true,
        subjectLine: true,
        sender: true,
        state: true,
        reason: true,
        erasedAt: true,
      },
    }),
  ]);
  const messages: ThreadMessage[] = [
    ...out.map((mail) => ({
      way: "out" as const,
      id: mail.id,
      at: mail.createdAt.toISOString(),
      subject: mail.subjectLine,
      party: shownRecipient(viewer, mail),
      state: mail.state,
      error: mail.lastError,
    })),
    ...incoming.map((message) => ({
      way: "in" as const,
      id: message.id,
      at: message.receivedAt.toISOString(),
      subject: message.subjectLine,
      party: message.sender ?? "",
      state: message.state,
      reason: message.reason,
      isErased: message.erasedAt !== null,
    })),
  ];
  return messages.sort((one, other) => one.at.localeCompare(other.at));
}
