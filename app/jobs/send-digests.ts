import { sendDigests } from "#app/domain/follow/send-digests.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Queues the digests that are due. */
export async function sendDigestsJob(): Promise<void> {
  const count = await sendDigests(now());
  if (count > 0) log().info({ count }, "digests were queued");
}
