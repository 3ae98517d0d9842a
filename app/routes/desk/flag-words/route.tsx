import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FlagWordsView } from "#app/components/flag/flag-words-view.tsx";
import { mayEditFlagWords } from "#app/domain/flag/flag.ts";
import { listFlagWords } from "#app/domain/flag/queries/list-flag-words.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("flags:words.title")),
    rows: await listFlagWords(context.actor),
    mayChange: mayEditFlagWords(context.actor),
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function FlagWords() {
  const { page: _page, ...list } = useLoaderData<typeof loader>();
  return <FlagWordsView {...list} />;
}
