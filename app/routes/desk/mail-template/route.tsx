import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TemplatePreviewView } from "#app/components/mail/template-preview.tsx";
import { useText } from "#app/components/text.tsx";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { askedPreview } from "#app/http/mail-preview.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return respondPage(async () => {
    const { html, ...preview } = await askedPreview(args, context.actor);
    const { t } = text(context.locale);
    const title = t("mailTemplates:pageTitle", { template: t(`mailLog:template.${preview.template}`) });
    return { page: privatePageInfo(context, title), preview, hasHtml: html !== null };
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function MailTemplatePage() {
  const { t } = useText();
  const { preview, hasHtml } = useLoaderData<typeof loader>();
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("mailTemplates:pageTitle", { template: t(`mailLog:template.${preview.template}`) })}
        about={t(`mailTemplates:purpose.${preview.template}`)}
        actions={
          <Link href={paths.deskMailTemplates()} alone>
            {t("mailTemplates:back")}
          </Link>
        }
      />
      <TemplatePreviewView preview={preview} hasHtml={hasHtml} />
    </Stack>
  );
}
