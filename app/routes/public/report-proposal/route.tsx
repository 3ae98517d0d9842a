import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportPage } from "#app/components/report/report-page.tsx";
import { formHeaders } from "#app/http/headers.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { loadReport, takeReport } from "#app/http/report-page.server.ts";

export const loader = (args: LoaderFunctionArgs) => loadReport(args, "submission");
export const action = (args: ActionFunctionArgs) => takeReport(args, "submission");
export const meta = pageMeta;
export const headers = formHeaders;

export default function ReportProposal() {
  return <ReportPage {...useLoaderData<typeof loader>()} step={useActionData<typeof action>()} />;
}
