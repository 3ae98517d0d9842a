import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FollowsView } from "#app/components/follow/follows-view.tsx";
import { getFollowsPage } from "#app/domain/follow/queries/get-follows-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { followsAct } from "#app/http/follows-act.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    await limit(args, "track");
    const context = requestContext(args);
    const token = args.params.token ?? "";
    const done = context.url.searchParams.get("done");
    return {
      token,
      follows: await getFollowsPage(token, context.locale),
      done: done === "saved" || done === "address" ? done : null,
      page: privatePageInfo(context, text(context.locale).t("follows:settings.title")),
    } as const;
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    await limit(args, "track");
    const context = requestContext(args);
    const token = args.params.token ?? "";
    const answer = await followsAct(args, context, token);
    if ("problems" in answer) return data(answer, { status: 400 });
    return redirect(`${text(context.locale).path(paths.follows(token))}?done=${answer.done}`, 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Follows() {
  return <FollowsView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
