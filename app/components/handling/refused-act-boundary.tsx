import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { DeskError } from "#app/components/desk/desk-error.tsx";
import type { Typed } from "./act-step.ts";
import { RefusedActView } from "./refused-act.tsx";

type Details = { messageKey?: string; params?: Record<string, string | number>; typed?: Typed };

/** Error page of a page with acts: an act that was refused keeps what was typed; everything else is the desk's usual error. */
export function RefusedActBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const response = isRouteErrorResponse(error) ? error : null;
  const { messageKey, params, typed } = (response?.data ?? {}) as Details;
  if (messageKey !== undefined && typed !== undefined) {
    return <RefusedActView messageKey={messageKey} params={params ?? {}} typed={typed} presentHref={pathname} />;
  }
  return <DeskError status={response?.status ?? 500} messageKey={messageKey} params={params} />;
}
