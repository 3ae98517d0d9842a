import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { DeskError } from "#app/components/desk/desk-error.tsx";
import { DeskFrame, type DeskFrameData } from "#app/components/desk/desk-frame.tsx";
import { EntryFrame } from "#app/components/desk/entry-frame.tsx";
import { deskFrame } from "#app/http/desk-frame.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { errorMeta } from "#app/http/page-meta.ts";
import type { ErrorPageData } from "#app/http/respond.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return deskFrame(args);
}

export const headers = privateHeaders;
export const meta = errorMeta;

export default function DeskLayout() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <DeskFrame {...frame}>
      <Outlet />
    </DeskFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<{ frame: DeskFrameData }>("desk/layout")?.frame;
  const details = isRouteErrorResponse(error) ? (error.data as Partial<ErrorPageData> | null) : null;
  const page = (
    <DeskError
      status={isRouteErrorResponse(error) ? error.status : 500}
      messageKey={details?.messageKey}
      params={details?.params}
    />
  );
  return frame ? <DeskFrame {...frame}>{page}</DeskFrame> : <EntryFrame>{page}</EntryFrame>;
}
