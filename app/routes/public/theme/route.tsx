import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ThemeView } from "#app/components/theme/theme-view.tsx";
import { threadRequest } from "#app/domain/reading/proposal-list.ts";
import { getThemePage } from "#app/domain/reading/queries/get-theme-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { printedAddress } from "#app/http/printed-address.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { themeCard } from "#app/http/social-picture/cards.server.ts";
import { paths } from "#app/routes/paths.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const comments = threadRequest.parse(Object.fromEntries(context.url.searchParams));
    const theme = await getThemePage(context.actor, args.params.slug ?? "", context.locale, comments);
    return {
      theme,
      printed: printedAddress(context.locale, paths.theme(theme.slug)),
      page: pageInfo(context, {
        title: theme.title,
        description: theme.lead,
        query: ["after", "before"],
        picture: {
          card: themeCard(text(context.locale).t, theme),
          path: (version) => paths.ogTheme(context.locale, theme.slug, version),
        },
      }),
    };
  });
}

export default function Theme() {
  const { theme, printed } = useLoaderData<typeof loader>();
  return <ThemeView theme={theme} printed={printed} />;
}
