import { createHash } from "node:crypto";
import type { Card } from "./card-node.server.ts";

/** Goes up when the drawing of cards changes, so that what others keep of the older drawing is not taken for the new one. */
const drawing = 1;

/** The same for the same picture: it names the picture in its address, in our memory and in the ETag. */
export function cardKey(card: Card): string {
  return createHash("sha256")
    .update(JSON.stringify([drawing, card]))
    .digest("base64url")
    .slice(0, 16);
}
