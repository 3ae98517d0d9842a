import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { now } from "#app/platform/clock.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { network } from "./limits.server.ts";
import type { RouteArgs } from "./route-args.ts";

/**
 * From which network something comes, so that much from one can be noticed: a hash that needs the installation's secret, another every day
 * in Tokyo. The address itself is stored nowhere with what was sent, and the hash is emptied after a day.
 */
export function senderOf(args: RouteArgs): string {
  return deriveToken(`sender:${isoDate(now())}`, network(args.context.clientAddress), 22);
}
