import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { TrackView } from "#app/components/submission/track-view.tsx";
import { findAuthor } from "#app/domain/comment/queries/find-author.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return { page: pageInfo(context, { title: t("track:ask.title"), description: t("track:ask.lead") }) };
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const { number = "", key = "" } = await readForm(args);
    const missing = Object.entries({ number, key }).flatMap(([field, typed]) => (typed.trim() === "" ? [field] : []));
    if (missing.length > 0) return data({ number, missing }, { status: 400, headers: { "Cache-Control": "no-store" } });
    await limit(args, "track");
    const found = await findAuthor(number, key);
    if (found !== null) {
      const { path } = text(requestContext(args).locale);
      return redirect(path(paths.tracked(found.number, found.key)), 303);
    }
    return data({ number, problem: "trackUnknown" }, { status: 404, headers: { "Cache-Control": "no-store" } });
  });
}

export const headers = formHeaders;
export const meta = pageMeta;

export default function Track() {
  return <TrackView {...useActionData<typeof action>()} />;
}
