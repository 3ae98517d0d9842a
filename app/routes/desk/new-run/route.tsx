import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ConfirmRun } from "#app/components/moderation/confirm-run.tsx";
import { RunFormView } from "#app/components/moderation/run-form-view.tsx";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { runForm } from "#app/http/run-form.server.ts";

/** What was chosen comes with the form of the queue: opened by itself, the page leads there. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return { page: privatePageInfo(context, text(context.locale).t("runs:form.title")) };
}

export async function action(args: ActionFunctionArgs) {
  return runForm(args, await staffContext(args, "ADMIN", "MODERATOR"));
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function NewRun() {
  const step = useActionData<typeof action>();
  return step?.step === "confirm" ? <ConfirmRun step={step} /> : <RunFormView step={step} />;
}
