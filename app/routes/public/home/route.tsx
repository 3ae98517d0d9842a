import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/components/home/home-view.tsx";
import { getSiteContact } from "#app/domain/directory/queries/get-site-contact.server.ts";
import { getHomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  const [home, contact] = await Promise.all([
    getHomePage(context.actor, context.locale),
    getSiteContact(context.actor, context.locale),
  ]);
  return {
    home,
    phone: contact?.phone ?? t("common:footer.phone"),
    page: pageInfo(context, { title: t("common:siteName") }),
  };
}

export default function Home() {
  const { home, phone } = useLoaderData<typeof loader>();
  return <HomeView home={home} phone={phone} />;
}
