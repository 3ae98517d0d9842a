import type { LoaderFunctionArgs } from "@remix-run/node";
import { DesignView } from "#app/components/desk/design-view.tsx";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  return { page: privatePageInfo(context, text(context.locale).t("design:title")) };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Design() {
  return <DesignView />;
}
