import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { DeskError } from "#app/components/desk/desk-error.tsx";
import { EntryFrame } from "#app/components/desk/entry-frame.tsx";
import { chosenLocale } from "#app/http/desk-frame.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { errorMeta } from "#app/http/page-meta.ts";
import type { ErrorPageData } from "#app/http/respond.server.ts";

/** Null leaves the language to the page: an invitation is written in its own. */
export async function loader(args: LoaderFunctionArgs) {
  return { staffLocale: await chosenLocale(args) };
}

export const headers = privateHeaders;
export const meta = errorMeta;

export default function EntryLayout() {
  return (
    <EntryFrame>
      <Outlet />
    </EntryFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const details = isRouteErrorResponse(error) ? (error.data as Partial<ErrorPageData> | null) : null;
  return (
    <EntryFrame>
      <DeskError
        status={isRouteErrorResponse(error) ? error.status : 500}
        messageKey={details?.messageKey}
        params={details?.params}
      />
    </EntryFrame>
  );
}
