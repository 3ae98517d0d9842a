import { z } from "zod";
import { completeNews } from "#app/domain/follow/complete-news.server.ts";
import { recipientRefused } from "#app/domain/inbound/recipient-refused.server.ts";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { log } from "#app/platform/log.ts";

const payloadSchema = z.object({ mailId: z.uuid() });

/** One attempt to deliver one mail. A failed delivery is no failed job: its next attempt has a job of its own. */
export async function deliverMailJob(payload: unknown): Promise<void> {
  const { mailId } = payloadSchema.parse(payload);
  const result = await deliverMail(mailId, undefined, { complete: completeNews, refused: recipientRefused });
  const details = { mailId, result };
  switch (result) {
    case "failed":
      log().error(details, "a mail was given up");
      return;
    case "again-later":
      log().warn(details, "a mail was not delivered and will be tried again");
      return;
    case "sent":
    case "turn-later":
    case "not-waiting":
    case "busy":
      log().info(details, "mail");
      return;
  }
}
