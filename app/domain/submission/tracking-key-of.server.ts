import { trackingKeyFromBytes } from "#app/domain/shared/tracking-key.ts";
import { deriveKey } from "#app/platform/crypto.ts";

/**
 * The tracking key of a submission or comment. Derived from its id and the installation's secret, so that every mail can carry it while the
 * database holds its hash alone. Ids are random and different in both tables, so the type takes no part.
 */
export function trackingKeyOf(_type: "submission" | "comment", id: string): string {
  return trackingKeyFromBytes(deriveKey("tracking", id));
}
