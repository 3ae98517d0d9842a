import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type InboxMessage, isOpen, mayReadInbox } from "../inbox.ts";
import { numbersOf } from "./list-inbox.server.ts";

/** One received message with both readings of it. @throws not found, also for those who may not read the box */
export async function getInboxMessage(viewer: Actor, id: string, locale: Locale): Promise<InboxMessage> {
  const row = mayReadInbox(viewer)
    ? await db().inboundMessage.findUnique({
        where: { id },
        select: {
          id: true,
          version: true,
          subjectLine: true,
          sender: true,
          submissionId: true,
          kind: true,
          state: true,
          reason: true,
          receivedAt: true,
          erasedAt: true,
          own: true,
          text: true,
          size: true,
          files: true,
          settledBy: true,
          explainedAt: true,
        },
      })
    : null;
  if (row === null) throw notFound();
  const { subjectLine, submissionId, receivedAt, erasedAt, explainedAt, files, ...message } = row;
  const outcomes = isOpen(row.state) ? await listOutcomes() : [];
  return {
    ...message,
    subject: subjectLine,
    number: submissionId === null ? null : ((await numbersOf([submissionId])).get(submissionId) ?? null),
    receivedAt: receivedAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    explainedAt: explainedAt?.toISOString() ?? null,
    files: files as InboxMessage["files"],
    outcomes: outcomes
      .filter(({ isActive }) => isActive)
      .map(({ key, label, meaning }) => ({ key, label: pick(label, locale), meaning: pick(meaning, locale) })),
  };
}
