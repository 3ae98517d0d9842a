import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RunsView } from "#app/components/moderation/runs-view.tsx";
import { runListOf } from "#app/domain/moderation/decision-run.ts";
import { listRuns } from "#app/domain/moderation/queries/list-runs.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const asked = context.url.searchParams;
  const which = runListOf(asked.get("list"));
  return {
    page: privatePageInfo(context, text(context.locale).t("runs:list.title")),
    which,
    runs: await listRuns(context.actor, which, {
      after: asked.get("after"),
      before: asked.get("before"),
      size: pageSize,
    }),
  };
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function Runs() {
  const { runs, which } = useLoaderData<typeof loader>();
  return <RunsView runs={runs} which={which} />;
}
