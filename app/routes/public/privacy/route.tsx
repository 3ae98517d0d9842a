import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PromisePage } from "#app/components/reading/promise-page.tsx";
import { publicHeaders } from "#app/http/headers.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { loadPromise } from "#app/http/promise-page.server.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return loadPromise(args, "privacy");
}

export default function Privacy() {
  return <PromisePage name="privacy" {...useLoaderData<typeof loader>()} />;
}
