import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FollowFormPage } from "#app/components/follow/follow-form-page.tsx";
import { loadFollowForm, sendFollowForm } from "#app/http/follow-form.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import type { RouteArgs } from "#app/http/route-args.ts";

const targetOf = (args: RouteArgs) => ({ search: new URL(args.request.url).search });

export const headers = formHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return loadFollowForm(args, targetOf(args));
}

export function action(args: ActionFunctionArgs) {
  return sendFollowForm(args, targetOf(args));
}

export default function FollowSearch() {
  return <FollowFormPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
