import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import type { Page, PageRequest } from "#app/domain/shared/page.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type MailState, mayReadMailLog, shownRecipient } from "../mail.ts";
import type { MailListItem } from "../mail-log.ts";
import type { MailTemplate } from "../mail-message.ts";

export type MailFilter = {
  state?: MailState;
  template?: MailTemplate;
  /** Receipt number as it is stored, "R8-0042". */
  number?: string;
};

/** The mails that a filter asks for. */
export function matching({ state, template, number }: MailFilter): Prisma.MailWhereInput {
  return { state, template, threadKey: number };
}

/** The mail log, newest first. @throws forbidden for anybody but administrators, moderators and viewers */
export async function listMails(viewer: Actor, filter: MailFilter, page: PageRequest): Promise<Page<MailListItem>> {
  if (!mayReadMailLog(viewer)) throw forbidden();
  const { items, next, previous } = await keysetPage(
    page,
    {
      column: "createdAt",
      direction: "desc",
      keyOf: (row: { id: string; createdAt: Date }) => row.createdAt.toISOString(),
      parse: dateKey.parse,
    },
    ({ where, orderBy, take }) =>
      db().mail.findMany({
        where: { AND: [matching(filter), ...where] },
        orderBy,
        take,
        select: {
          id: true,
          template: true,
          threadKey: true,
          recipient: true,
          recipientKind: true,
          subjectLine: true,
          state: true,
          attempts: true,
          lastError: true,
          createdAt: true,
          sentAt: true,
          nextAttemptAt: true,
          emlFile: true,
        },
      }),
  );
  return {
    next,
    previous,
    items: items.map((row) => ({
      id: row.id,
      template: row.template,
      number: row.threadKey,
      recipient: shownRecipient(viewer, row),
      subject: row.subjectLine,
      state: row.state,
      attempts: row.attempts,
      error: row.lastError,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
      isFile: row.emlFile !== null,
    })),
  };
}
