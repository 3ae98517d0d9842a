import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StopFollowingPage } from "#app/components/follow/stop-following-page.tsx";
import { stopFollowing } from "#app/domain/follow/commands/stop-following.server.ts";
import { getStopPage } from "#app/domain/follow/queries/get-stop-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";

/** Opening the page ends nothing. */
export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const { token = "", what = "" } = args.params;
    await limit(args, "stop", token);
    const context = requestContext(args);
    return {
      token,
      stop: await getStopPage(token, what, context.locale),
      page: privatePageInfo(context, text(context.locale).t("follows:stop.title")),
    };
  });
}

/**
 * The button of the page, and the one that mail programs show (RFC 8058 §3.1): that comes from another site, without cookies, may come twice,
 * and must not be led elsewhere. The token alone says whose follows end; what is over already is no error.
 */
export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const { token = "", what = "" } = args.params;
    return data({ left: (await stopFollowing(requestContext(args), { token, what })).left });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function StopFollowing() {
  const { token, stop } = useLoaderData<typeof loader>();
  return <StopFollowingPage token={token} stop={stop} left={useActionData<typeof action>()?.left ?? null} />;
}
