import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type InboundState, type InboxItem, inboundStates, isOpen, mayReadInbox } from "../inbox.ts";

/**
 * Received mail, newest first: what waits for a moderator, or everything.
 *
 * @throws forbidden for all but moderators and administrators
 */
export async function listInbox(
  viewer: Actor,
  { everything }: { everything: boolean },
  page: PageRequest,
): Promise<Page<InboxItem>> {
  if (!mayReadInbox(viewer)) throw forbidden();
  const { items, next, previous } = await keysetPage(
    page,
    {
      column: "receivedAt",
      direction: "desc",
      keyOf: (row: { id: string; receivedAt: Date }) => row.receivedAt.toISOString(),
      parse: dateKey.parse,
    },
    ({ where, orderBy, take }) =>
      db().inboundMessage.findMany({
        where: { state: { in: inboundStates.filter((state) => everything || isOpen(state)) }, AND: where },
        orderBy,
        take,
        select: {
          id: true,
          subjectLine: true,
          sender: true,
          submissionId: true,
          kind: true,
          state: true,
          reason: true,
          receivedAt: true,
          erasedAt: true,
        },
      }),
  );
  const numbers = await numbersOf(items.flatMap(({ submissionId }) => submissionId ?? []));
  return {
    next,
    previous,
    items: items.map(({ subjectLine, submissionId, receivedAt, erasedAt, state, ...row }) => ({
      ...row,
      state: state satisfies InboundState,
      subject: subjectLine,
      number: submissionId === null ? null : (numbers.get(submissionId) ?? null),
      receivedAt: receivedAt.toISOString(),
      erasedAt: erasedAt?.toISOString() ?? null,
    })),
  };
}

/** Receipt numbers by the submissions' ids. */
export async function numbersOf(submissionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().submission.findMany({
    where: { id: { in: [...new Set(submissionIds)] } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}
