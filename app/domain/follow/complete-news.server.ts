import type { CompleteMail } from "#app/domain/mail/deliver-mail.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { loadNews } from "./load-news.server.ts";

/**
 * Puts the news into a mail about follows at the moment it is sent: what everybody may read now, and what its reader still follows. What was
 * hidden or taken back meanwhile, or is followed no longer, is not in it; with nothing left there is no mail.
 */
export const completeNews: CompleteMail = async (message) => {
  if (message.template !== "follow-news") return message;
  const { followerId, entryIds } = message.params;
  const wanted = await db().followNotice.findMany({
    where: { followerId, timelineEntryId: { in: [...entryIds] } },
    select: { timelineEntryId: true },
  });
  const news = await loadNews(wanted.map(({ timelineEntryId }) => timelineEntryId));
  return news.length === 0 ? null : { ...message, params: { ...message.params, news } };
};
