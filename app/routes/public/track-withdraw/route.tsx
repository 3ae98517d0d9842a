import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { WithdrawPage } from "#app/components/tracking/withdraw-page.tsx";
import { withdrawComment } from "#app/domain/comment/commands/withdraw-comment.server.ts";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { text } from "#app/http/context.server.ts";
import { parseForm, readForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { trackedContext } from "#app/http/tracked.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    return {
      item: await getTracked(context.actor, context),
      backHref: context.back(),
      page: privatePageInfo(context, text(context.locale).t("track:withdraw.title")),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    const parsed = parseForm(z.object({ version: versionField }), await readForm(args));
    if (!parsed.ok) throw conflict("changedMeanwhile");
    const { version } = parsed.value;
    await (context.actor.of === "comment"
      ? withdrawComment(context, { version })
      : withdrawSubmission(context, { version }));
    return redirect(context.back("withdrawn"), 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function TrackWithdraw() {
  const { item, backHref } = useLoaderData<typeof loader>();
  return <WithdrawPage item={item} backHref={backHref} />;
}
