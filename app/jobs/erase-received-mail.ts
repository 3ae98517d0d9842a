import { eraseReceived } from "#app/domain/inbound/erase-received.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Erases what received messages say, once the city's days of keeping them are over. */
export async function eraseReceivedMailJob(): Promise<void> {
  const count = await eraseReceived(now());
  if (count > 0) log().info({ count }, "received mail was erased");
}
