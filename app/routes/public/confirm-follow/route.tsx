import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConfirmFollowPage } from "#app/components/follow/confirm-follow-page.tsx";
import { confirmFollow } from "#app/domain/follow/commands/confirm-follow.server.ts";
import { findFollowRequest } from "#app/domain/follow/queries/find-follow-request.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import type { RouteArgs } from "#app/http/route-args.ts";
import { paths } from "#app/routes/paths.ts";

async function opened(args: RouteArgs) {
  await limit(args, "track");
  const context = requestContext(args);
  const token = args.params.token ?? "";
  const found = await findFollowRequest(token, context.now, context.locale);
  if (found === null) throw notFound("confirmationInvalid");
  return { context, token, found };
}

/** Opening the page begins nothing: mail filters open links too. */
export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const { context, found } = await opened(args);
    const title = text(context.locale).t(`follows:confirm.${found.state}.title`);
    return { found, page: privatePageInfo(context, title) };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const { context, token, found } = await opened(args);
    // what is over says so on the page itself
    if (found.state === "open") await confirmFollow(context, { token });
    return redirect(text(context.locale).path(paths.confirmFollow(token)), 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function ConfirmFollow() {
  return <ConfirmFollowPage {...useLoaderData<typeof loader>().found} />;
}
