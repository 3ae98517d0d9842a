import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicGuidelines } from "#app/components/moderation/guidelines.tsx";
import { PromisePage } from "#app/components/reading/promise-page.tsx";
import { listGuidelines } from "#app/domain/moderation/queries/list-guidelines.server.ts";
import { requestContext } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { loadPromise } from "#app/http/promise-page.server.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = requestContext(args);
  return { ...(await loadPromise(args, "guidelines")), guidelines: await listGuidelines(actor, locale) };
}

/** The place of 「公開しないもの」 among the sections of the page. */
const notPublished = 3;

export default function Guidelines() {
  const { guidelines, ...promise } = useLoaderData<typeof loader>();
  return (
    <PromisePage
      name="guidelines"
      {...promise}
      after={{ [notPublished]: <PublicGuidelines guidelines={guidelines} /> }}
    />
  );
}
