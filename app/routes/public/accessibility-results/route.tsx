import type { LoaderFunctionArgs } from "@remix-run/node";
import { ResultsPage } from "#app/components/accessibility/results-page.tsx";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return {
    page: pageInfo(context, { title: t("accessibility:title"), description: t("accessibility:description") }),
  };
}

export default function AccessibilityResults() {
  return <ResultsPage />;
}
