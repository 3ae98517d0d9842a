import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskFiguresView } from "#app/components/figures/desk-figures-view.tsx";
import { getDeskFigures } from "#app/domain/figures/queries/get-desk-figures.server.ts";
import { figureFilterOf } from "#app/domain/figures/work-figures.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const filter = figureFilterOf(context.url.searchParams);
  return {
    page: privatePageInfo(context, text(context.locale).t("deskFigures:title")),
    shown: await getDeskFigures(context.actor, filter, context),
    filter,
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Figures() {
  const { shown, filter } = useLoaderData<typeof loader>();
  return <DeskFiguresView shown={shown} filter={filter} />;
}
