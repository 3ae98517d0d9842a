import { deriveKey } from "#app/platform/crypto.ts";
import { trackingKeyFromBytes } from "./tracking-key.ts";

/**
 * The tracking key of the submission or comment with this id. Derived from it and the installation's secret, so that every mail can carry it
 * while the database holds its hash alone. Ids are random and different in both tables, so which of the two it is makes no difference.
 */
export function trackingKeyOf(id: string): string {
  return trackingKeyFromBytes(deriveKey("tracking", id));
}
