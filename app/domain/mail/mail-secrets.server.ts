import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import type { LinkSecrets } from "./mail-links.ts";

/**
 * The secret parts of links, computed when a mail is rendered: the database holds only their hashes, and a mail sent again carries the same
 * ones.
 */
export const linkSecrets: LinkSecrets = {
  trackingKey: (item) => trackingKeyOf(item.id),
  token: (purpose, id) => deriveToken(purpose, id),
};
