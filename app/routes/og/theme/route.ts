import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSharedTheme } from "#app/domain/reading/queries/get-shared-link.server.ts";
import { cardRequest } from "#app/http/social-picture/card-request.server.ts";
import { themeCard } from "#app/http/social-picture/cards.server.ts";
import { respondPicture } from "#app/http/social-picture/respond-picture.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPicture(args.request, async () => {
    const { actor, locale, t } = cardRequest(args);
    return themeCard(t, await getSharedTheme(actor, args.params.slug ?? "", locale));
  });
}
