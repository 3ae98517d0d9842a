import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProposalFormPage } from "#app/components/submission/proposal-form-page.tsx";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { getProposalForm } from "#app/domain/submission/queries/get-proposal-form.server.ts";
import { askedIdeaSchema, partnershipSchema } from "#app/domain/submission/submission.schema.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { formSteps } from "#app/http/form-steps.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { senderOf } from "#app/http/sender.server.ts";
import { paths } from "#app/routes/paths.ts";

/** An idea, unless the address says that a company or group proposes. */
const kindOf = (request: Request) =>
  new URL(request.url).searchParams.get("kind") === "partnership" ? ("partnership" as const) : ("idea" as const);

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const kind = kindOf(args.request);
    const form = await getProposalForm(args.params.slug ?? "", kind, context);
    const { t } = text(context.locale);
    const title = t(`submission:${kind}.pageTitle`, { theme: form.theme.title });
    return {
      kind,
      form,
      page: pageInfo(context, { title, description: t(`submission:${kind}.lead`), query: ["kind"] }),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  const context = requestContext(args);
  const themeSlug = args.params.slug ?? "";
  return respondPage(async () =>
    kindOf(args.request) === "idea"
      ? formSteps(args, {
          limit: "submit",
          schema: askedIdeaSchema((await getProposalForm(themeSlug, "idea", context)).asks),
          send: async ({ consent: _, ...fields }, idempotencyKey) => {
            const { number } = await submitIdea(context, {
              ...fields,
              themeSlug,
              idempotencyKey,
              sender: senderOf(args),
            });
            return paths.receipt(number, idempotencyKey);
          },
        })
      : formSteps(args, {
          limit: "submit",
          schema: partnershipSchema,
          send: async ({ consent: _, ...fields }, idempotencyKey) => {
            const { number } = await submitPartnership(context, {
              ...fields,
              themeSlug,
              idempotencyKey,
              sender: senderOf(args),
            });
            return paths.receipt(number, idempotencyKey);
          },
        }),
  );
}

export const headers = formHeaders;
export const meta = pageMeta;

export default function NewProposal() {
  const data = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  return <ProposalFormPage kind={data.kind} form={data.form} step={step} />;
}
