import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PaperFormView } from "#app/components/paper/paper-form-view.tsx";
import { getPaperForm } from "#app/domain/submission/queries/get-paper-form.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { printedAddress } from "#app/http/printed-address.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { locale } = context;
    const form = await getPaperForm(args.params.slug ?? "", context);
    const { t } = text(locale);
    return {
      form,
      web: printedAddress(locale, paths.newProposal(form.theme.slug, "idea")),
      page: pageInfo(context, {
        title: t("paper:form.pageTitle", { theme: form.theme.title }),
        description: t("paper:form.lead"),
      }),
    };
  });
}

export default function PaperForm() {
  const { form, web } = useLoaderData<typeof loader>();
  return <PaperFormView form={form} web={web} />;
}
