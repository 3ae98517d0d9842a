import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PromisePage } from "#app/components/reading/promise-page.tsx";
import { useText } from "#app/components/text.tsx";
import { publicHeaders } from "#app/http/headers.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { loadPromise } from "#app/http/promise-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Link } from "#app/ui/link.tsx";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return loadPromise(args, "accessibility");
}

export default function Accessibility() {
  const { t, path } = useText();
  return (
    <PromisePage
      name="accessibility"
      {...useLoaderData<typeof loader>()}
      after={{
        2: (
          <Link href={path(paths.accessibilityResults())} iconAfter="arrow-right" alone>
            {t("accessibility:title")}
          </Link>
        ),
        6: (
          <Link href={path(paths.contact())} iconAfter="arrow-right" alone>
            {t("common:nav.contact")}
          </Link>
        ),
      }}
    />
  );
}
