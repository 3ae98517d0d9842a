import type { LoaderFunctionArgs } from "@remix-run/node";
import { cardRequest } from "#app/http/social-picture/card-request.server.ts";
import { siteCard } from "#app/http/social-picture/cards.server.ts";
import { respondPicture } from "#app/http/social-picture/respond-picture.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPicture(args.request, async () => siteCard(cardRequest(args).t));
}
