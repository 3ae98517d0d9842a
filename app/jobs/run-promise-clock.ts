import { runPromiseClock } from "#app/domain/handling/run-promise-clock.server.ts";
import { sendHeldRequests } from "#app/domain/handling/send-held-requests.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Sends requests that waited for a mailbox, and the mails of the morning that have not been sent today. */
export async function runPromiseClockJob(): Promise<void> {
  const requests = await sendHeldRequests(now());
  if (requests > 0) log().info({ requests }, "requests that waited for a mailbox were sent");
  const { desks, week, errors } = await runPromiseClock(now());
  for (const error of errors) log().error({ err: error }, "the morning of a desk failed and will be tried again");
  if (desks > 0 || week) log().info({ desks, week }, "desks were told what is due");
}
