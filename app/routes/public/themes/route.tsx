import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { ThemeGrid } from "#app/components/theme/theme-grid.tsx";
import { listThemes } from "#app/domain/reading/queries/list-themes.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { Card } from "#app/ui/card.tsx";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return {
    themes: await listThemes(context.actor, context.locale),
    page: pageInfo(context, { title: t("public:themes.title"), description: t("public:themes.lead") }),
  };
}

export default function Themes() {
  const { themes } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: t("public:themes.title") }]} />}>
      <PageHeading title={t("public:themes.title")} lead={t("public:themes.lead")} />
      <ThemeGrid themes={themes} headingLevel="h2" />
      <Card soft>
        <div>
          <h2 className="heading-4">{t("public:themes.unsure")}</h2>
          <p>{t("public:themes.unsureText")}</p>
        </div>
      </Card>
    </PageBody>
  );
}
