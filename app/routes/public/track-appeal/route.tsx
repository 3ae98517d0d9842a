import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppealPage } from "#app/components/tracking/appeal-page.tsx";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { fileAppeal } from "#app/domain/moderation/commands/file-appeal.server.ts";
import { appealSchema } from "#app/domain/moderation/moderation.schema.ts";
import { getTrackedAppeal } from "#app/domain/moderation/queries/get-tracked-appeal.server.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
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
      appeal: await getTrackedAppeal(context.actor, context),
      backHref: context.back(),
      page: privatePageInfo(context, text(context.locale).t("appeals:form.title")),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    const fields = await readForm(args);
    const parsed = parseForm(appealSchema, fields);
    if (!parsed.ok) return data({ problems: parsed.problems, values: fields }, { status: 400 });
    try {
      await fileAppeal(context, parsed.value);
    } catch (error) {
      if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
      return data({ problems: { decision: [error.messageKey] }, values: fields }, { status: 409 });
    }
    return redirect(context.back("appealed"), 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function TrackAppeal() {
  const { item, appeal, backHref } = useLoaderData<typeof loader>();
  return <AppealPage item={item} appeal={appeal} state={useActionData<typeof action>()} backHref={backHref} />;
}
