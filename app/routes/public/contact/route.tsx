import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicDirectoryView } from "#app/components/directory/public-directory-view.tsx";
import { getDirectory } from "#app/domain/reading/queries/get-directory.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return {
    departments: await getDirectory(context.actor, context.locale),
    page: pageInfo(context, { title: t("public:contact.title"), description: t("public:contact.lead") }),
  };
}

export default function Contact() {
  const { departments } = useLoaderData<typeof loader>();
  return <PublicDirectoryView departments={departments} />;
}
