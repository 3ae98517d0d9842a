import { LRUCache } from "lru-cache";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import { DrawerBusy, drawPicture, type Png } from "#app/platform/pictures/picture-drawer.server.ts";
import { statusOf } from "../respond.server.ts";
import { cardKey } from "./card-key.server.ts";
import { type Card, cardDrawing } from "./card-node.server.ts";

/** Pictures that were drawn, by what they show: a change of anything else leaves them good. At most 32 MB, some 500 of them. */
const drawn = new LRUCache<string, Png>({ maxSize: 32 * 1024 * 1024, sizeCalculation: (png) => png.length });
const underWay = new Map<string, Promise<Png>>();
/** Why a picture could not be drawn, for ten minutes: what fails once costs half a minute of drawing, and would with each request. */
const failed = new LRUCache<string, Error>({ max: 1_000, ttl: 10 * 60_000 });

/**
 * Draws each picture once, however many ask for it at the same time, and not at all where it failed lately.
 *
 * @throws DrawerBusy while too many wait; Error for one that cannot be drawn
 */
function picture(key: string, card: Card): Promise<Png> {
  const failure = failed.get(key);
  if (failure) return Promise.reject(failure);
  const making = underWay.get(key) ?? draw(key, card).finally(() => underWay.delete(key));
  underWay.set(key, making);
  return making;
}

async function draw(key: string, card: Card): Promise<Png> {
  try {
    const png = await drawPicture(cardDrawing(card));
    drawn.set(key, png);
    return png;
  } catch (error) {
    if (error instanceof Error && !(error instanceof DrawerBusy)) failed.set(key, error);
    throw error;
  }
}

/**
 * The picture of a card for a shared link, drawn now or kept from before. Whoever has it already gets 304 (RFC 9110 §13.1.2); while too many
 * wait for theirs, 503; one that cannot be drawn is an error of ours, for ten minutes without another attempt. It is asked for anew each time, so that what is hidden on the page is gone here as well.
 *
 * @param load what the picture shows; a domain error becomes an empty answer of its status
 */
export async function respondPicture(request: Request, load: () => Promise<Card>): Promise<Response> {
  try {
    const card = await load();
    const key = cardKey(card);
    const headers = {
      "Cache-Control": "public, max-age=0, must-revalidate",
      ETag: `"${key}"`,
      "Content-Type": "image/png",
      // shown by other sites, which is what it is for
      "Cross-Origin-Resource-Policy": "cross-origin",
    };
    if (request.headers.get("If-None-Match")?.includes(headers.ETag))
      return new Response(null, { status: 304, headers });
    return new Response(drawn.get(key) ?? (await picture(key, card)), { headers });
  } catch (error) {
    if (error instanceof DrawerBusy) return refused(503, { "Retry-After": "30" });
    if (isDomainError(error)) return refused(statusOf(error));
    throw error;
  }
}

function refused(status: number, headers: Record<string, string> = {}): Response {
  return new Response("", {
    status,
    headers: { "Cache-Control": "no-store", "Content-Type": "text/plain", ...headers },
  });
}
