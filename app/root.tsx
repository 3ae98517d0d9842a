import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { useDisplay } from "#app/components/display/display-context.tsx";
import { InterfaceWords } from "#app/components/interface-words.tsx";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { useText } from "#app/components/text.tsx";
import { requestContext, text } from "#app/http/context.server.ts";
import { type ErrorTitles, errorMeta } from "#app/http/page-meta.ts";
import type { ErrorPageData } from "#app/http/respond.server.ts";
import deskStyles from "#app/styles/desk.css?url";
import paperStyles from "#app/styles/paper.css?url";
import publicStyles from "#app/styles/public.css?url";

export const links = () => [
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

/** Titles of error pages, because a page's head cannot translate. */
export async function loader(args: LoaderFunctionArgs): Promise<{ errorTitles: ErrorTitles }> {
  const { t } = text(requestContext(args).locale);
  const byStatus = Object.fromEntries(
    ["400", "403", "404", "405", "409", "413", "415", "429", "500", "503"].map((status) => [
      status,
      t(`errors:pages.${status}.title`),
    ]),
  );
  return {
    errorTitles: {
      siteName: t("common:siteName"),
      byStatus,
      usedLink: t("errors:pages.usedLink"),
      fallback: t("errors:pages.400.title"),
    },
  };
}

export const meta = errorMeta;

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useText();
  const { look, size } = useDisplay();
  const { pathname } = useLocation();
  return (
    <html
      lang={locale === "en" ? "en" : "ja"}
      dir="ltr"
      data-look={look ?? undefined}
      data-size={size === 100 ? undefined : size}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0017c1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="stylesheet" href={stylesOf(pathname)} />
        <Links />
        <script type="module" src={import.meta.env.PAGE_SCRIPT} />
        {import.meta.env.DEV && <script type="module" src="/@vite/client" />}
      </head>
      <body>
        <InterfaceWords>{children}</InterfaceWords>
      </body>
    </html>
  );
}

/** One style sheet a page. By the address and not by the layout, so that error pages outside any layout have their styles too. */
function stylesOf(pathname: string): string {
  if (/^\/(?:desk|answer)(?:\/|$)/i.test(pathname)) return deskStyles;
  return pathname.endsWith("/paper-form") ? paperStyles : publicStyles;
}

export default function App() {
  return <Outlet />;
}

/** Every error ends here: what happened in the reader's words, what to do next, and nothing of what is inside. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  const details = error.data as Partial<ErrorPageData> | null;
  return <ErrorPage status={error.status} messageKey={details?.messageKey} params={details?.params} />;
}
