import type { MailThreadPart } from "#app/components/inbound/mail-thread.tsx";
import { mayReadInbox } from "#app/domain/inbound/inbox.ts";
import { countThread, listThread } from "#app/domain/inbound/queries/list-thread.server.ts";
import { itemAddress, queueFilterOf } from "#app/domain/moderation/queue.ts";
import type { StaffContext } from "./context.server.ts";

/**
 * What the page of a submission shows of its mails: all of them where its address asks for them (`?thread=all`), else how many there are and the
 * address that does. Most looks at an item read none of them, and there may be hundreds.
 */
export async function mailThread(
  { actor, url }: StaffContext,
  { id, number }: { id: string; number: string },
): Promise<MailThreadPart> {
  if (url.searchParams.get("thread") === "all") {
    return { messages: await listThread(actor, id), opensReceived: mayReadInbox(actor) };
  }
  const here = itemAddress({ type: "submission", number }, queueFilterOf(url.searchParams));
  const address = `${here}${here.includes("?") ? "&" : "?"}thread=all#thread`;
  return { count: await countThread(actor, id), address };
}
