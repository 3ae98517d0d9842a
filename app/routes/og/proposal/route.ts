import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSharedProposal } from "#app/domain/reading/queries/get-shared-link.server.ts";
import { cardRequest } from "#app/http/social-picture/card-request.server.ts";
import { proposalCard } from "#app/http/social-picture/cards.server.ts";
import { respondPicture } from "#app/http/social-picture/respond-picture.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPicture(args.request, async () => {
    const { actor, locale, t } = cardRequest(args);
    return proposalCard(t, await getSharedProposal(actor, args.params.number ?? "", locale));
  });
}
