import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommentFormPage } from "#app/components/comment/comment-form-page.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { getProposalCommentForm } from "#app/domain/comment/queries/get-comment-form.server.ts";
import { takeComment } from "#app/http/comment-form.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { languageOf } from "#app/ui/language-of.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { actor, locale, now, url } = context;
    const parent = url.searchParams.get("parent");
    const form = await getProposalCommentForm(actor, { number: args.params.number ?? "", parent, locale, now });
    const title = text(locale).t("comment:form.pageTitle", { about: form.proposal?.title ?? "" });
    return { form, parent, page: pageInfo(context, { title, description: text(locale).t("comment:form.lead") }) };
  });
}

export function action(args: ActionFunctionArgs) {
  return takeComment(args, { number: args.params.number ?? "" });
}

export const headers = formHeaders;
export const meta = pageMeta;

export default function NewProposalComment() {
  const { t, path } = useText();
  const { form, parent } = useLoaderData<typeof loader>();
  const number = form.proposal?.number ?? "";
  return (
    <CommentFormPage
      data={form}
      step={useActionData<typeof action>()}
      action={path(paths.newProposalComment(number, parent ?? undefined))}
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.proposals"), to: paths.proposals() },
            {
              label: form.proposal?.title ?? "",
              lang: languageOf(form.proposal?.title ?? ""),
              to: paths.proposal(number),
            },
            { label: t("comment:form.title") },
          ]}
        />
      }
    />
  );
}
