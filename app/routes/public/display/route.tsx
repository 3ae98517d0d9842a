import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DisplayView } from "#app/components/display/display-view.tsx";
import { requestContext, text } from "#app/http/context.server.ts";
import { keepDisplay } from "#app/http/display-choice.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return { page: pageInfo(context, { title: t("display:title"), description: t("display:lead") }) };
}

export function action(args: ActionFunctionArgs) {
  return respondPage(() => keepDisplay(args));
}

export default function Display() {
  return <DisplayView />;
}
