import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { PublicShell } from "#app/components/shell/public-shell.tsx";
import { useText } from "#app/components/text.tsx";
import { getSiteContact } from "#app/domain/directory/queries/get-site-contact.server.ts";
import { getEmergencyNotice } from "#app/domain/settings/queries/get-emergency-notice.server.ts";
import { requestContext } from "#app/http/context.server.ts";
import { errorHeaders } from "#app/http/headers.ts";
import { errorMeta } from "#app/http/page-meta.ts";
import type { ErrorPageData } from "#app/http/respond.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = requestContext(args);
  const [contact, emergency] = await Promise.all([getSiteContact(actor, locale), getEmergencyNotice(actor, locale)]);
  return { contact, emergency };
}

export const headers = errorHeaders;
export const meta = errorMeta;

export default function PublicLayout() {
  return (
    <PublicShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </PublicShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { locale } = useText();
  const shell = useRouteLoaderData<typeof loader>(`${locale}/public/layout`);
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} {...shell} />;
  const details = error.data as Partial<ErrorPageData> | null;
  return <ErrorPage status={error.status} messageKey={details?.messageKey} params={details?.params} {...shell} />;
}
