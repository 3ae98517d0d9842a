import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommentFormPage } from "#app/components/comment/comment-form-page.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { getThemeCommentForm } from "#app/domain/comment/queries/get-comment-form.server.ts";
import { takeComment } from "#app/http/comment-form.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { actor, locale, now, url } = context;
    const parent = url.searchParams.get("parent");
    const form = await getThemeCommentForm(actor, { slug: args.params.slug ?? "", parent, locale, now });
    const title = text(locale).t("comment:form.pageTitle", { about: form.theme.title });
    return {
      form,
      parent,
      questionId: url.searchParams.get("questionId") ?? "",
      page: pageInfo(context, { title, description: text(locale).t("comment:form.lead") }),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  return takeComment(args, { themeSlug: args.params.slug ?? "" });
}

export const headers = formHeaders;
export const meta = pageMeta;

export default function NewThemeComment() {
  const { t, path } = useText();
  const { form, questionId, parent } = useLoaderData<typeof loader>();
  const { slug, title } = form.theme;
  return (
    <CommentFormPage
      data={form}
      step={useActionData<typeof action>()}
      action={path(paths.newThemeComment(slug, { parent: parent ?? undefined }))}
      questionId={questionId}
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.themes"), to: paths.themes() },
            { label: title, to: paths.theme(slug) },
            { label: t("comment:form.title") },
          ]}
        />
      }
    />
  );
}
