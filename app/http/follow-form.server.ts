import { data, redirect } from "@remix-run/node";
import { requestFollow } from "#app/domain/follow/commands/request-follow.server.ts";
import { followSchema } from "#app/domain/follow/follow.schema.ts";
import type { FollowTarget } from "#app/domain/follow/follow-target.server.ts";
import { getFollowForm } from "#app/domain/follow/queries/get-follow-form.server.ts";
import { requestContext, text } from "./context.server.ts";
import { parseForm, readForm } from "./form.server.ts";
import { limit } from "./limits.server.ts";
import { pageInfo } from "./page-info.server.ts";
import { respondPage } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

const noStore = { headers: { "Cache-Control": "no-store" } };

/** The form that asks for news of something, or, after it was sent, that its owner is asked now. */
export function loadFollowForm(args: RouteArgs, target: FollowTarget) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { t } = text(context.locale);
    return {
      ...(await getFollowForm(target, context.locale)),
      isAsked: context.url.searchParams.has("asked"),
      page: pageInfo(context, {
        title: t("follows:form.title"),
        description: t("follows:form.lead"),
        query: ["q", "kind", "theme", "handling", "outcome"],
      }),
    };
  });
}

/** Asks the owner of the address typed in. What follows looks the same for every address. */
export function sendFollowForm(args: RouteArgs, target: FollowTarget) {
  return respondPage(async () => {
    const { email = "", pace = "", ...rest } = await readForm(args);
    const parsed = parseForm(followSchema, { email, pace, ...rest });
    if (!parsed.ok) {
      return data({ values: { email, pace }, problems: parsed.problems }, { status: 400, ...noStore });
    }
    await limit(args, "follow");
    const context = requestContext(args);
    await requestFollow(context, { target, ...parsed.value });
    const search = new URLSearchParams(context.url.search);
    search.set("asked", "yes");
    return redirect(`${context.url.pathname}?${search}`, 303);
  });
}
