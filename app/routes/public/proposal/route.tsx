import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProposalView } from "#app/components/proposal/proposal-view.tsx";
import { threadRequest } from "#app/domain/reading/proposal-list.ts";
import { findMergedInto } from "#app/domain/reading/queries/find-merged-into.server.ts";
import { getProposalPage } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { printedAddress } from "#app/http/printed-address.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { proposalCard } from "#app/http/social-picture/cards.server.ts";
import { paths } from "#app/routes/paths.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const asked = args.params.number ?? "";
    const into = await findMergedInto(context.actor, asked);
    // not for good: a merge can be undone, and a browser keeps what moved for good
    if (into !== null) throw redirect(text(context.locale).path(paths.proposal(into)), 302);
    const proposal = await getProposalPage(
      context.actor,
      {
        number: asked,
        now: context.now,
        comments: threadRequest.parse(Object.fromEntries(context.url.searchParams)),
      },
      context.locale,
    );
    // one proposal has one address, however its number was typed
    if (proposal.number !== asked) throw redirect(text(context.locale).path(paths.proposal(proposal.number)), 301);
    return {
      proposal,
      printed: printedAddress(context.locale, paths.proposal(proposal.number)),
      page: pageInfo(context, {
        title: proposal.title,
        description: proposal.body,
        query: ["after", "before"],
        picture: {
          card: proposalCard(text(context.locale).t, {
            ...proposal,
            outcome: proposal.answers[0]?.outcome.label ?? null,
          }),
          path: (version) => paths.ogProposal(context.locale, proposal.number, version),
        },
      }),
    };
  });
}

export default function Proposal() {
  const { proposal, printed } = useLoaderData<typeof loader>();
  return <ProposalView proposal={proposal} printed={printed} />;
}
