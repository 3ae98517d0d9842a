import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonFormView } from "#app/components/moderation/reasons-view.tsx";
import { saveReason } from "#app/domain/moderation/commands/save-reason.server.ts";
import { findReason } from "#app/domain/moderation/queries/list-reasons.server.ts";
import { reasonSchema, reasonValues } from "#app/domain/moderation/reasons.schema.ts";
import { mayEditReasons } from "#app/domain/moderation/reasons.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import type { RouteArgs } from "#app/http/route-args.ts";
import { versionOf } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

/** The reason the address names; null under `…/new`. */
const keyOrNew = ({ params }: RouteArgs) => (params.key === "new" ? null : (params.key ?? ""));

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const key = keyOrNew(args);
    const reason = key === null ? null : await findReason(context.actor, key);
    return {
      page: privatePageInfo(context, text(context.locale).t(reason ? "reasons:change" : "reasons:add")),
      version: reason?.version ?? null,
      initial: reasonValues(reason),
      mayChange: mayEditReasons(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async ({ fields }) => {
    const key = keyOrNew(args);
    await saveReason(context, key === null ? { key } : { key, ...versionOf(fields) }, checked(reasonSchema, fields));
    throw doneAt(paths.deskReasons(), key === null ? "added" : "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Reason() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <ReasonFormView {...form} answer={useActionData<typeof action>()?.answer} />;
}
