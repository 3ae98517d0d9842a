import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RefusedActBoundary } from "#app/components/handling/refused-act-boundary.tsx";
import { RunView } from "#app/components/moderation/run-view.tsx";
import { getRunPage } from "#app/domain/moderation/queries/get-run-page.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { idParam } from "#app/http/desk-form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { cancelRun, placeOf } from "#app/http/run-acts.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const after = placeOf(context.url.searchParams.get("after"));
  const run = await respondPage(() => getRunPage(context.actor, idParam(args), { ...context, after }));
  return { page: privatePageInfo(context, text(context.locale).t("runs:page.one")), run };
}

export async function action(args: ActionFunctionArgs) {
  return cancelRun(args, await staffContext(args, "ADMIN", "MODERATOR"), idParam(args));
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function Run() {
  return <RunView run={useLoaderData<typeof loader>().run} />;
}

export function ErrorBoundary() {
  return <RefusedActBoundary />;
}
