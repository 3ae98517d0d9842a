import type { LoaderFunctionArgs } from "@remix-run/node";
import { TemplateList } from "#app/components/mail/template-list.tsx";
import { useText } from "#app/components/text.tsx";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return { page: privatePageInfo(context, text(context.locale).t("mailTemplates:title")) };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function MailTemplatesPage() {
  const { t } = useText();
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("mailTemplates:title")}
        about={t("mailTemplates:about")}
        actions={
          <Link href={paths.deskMails()} alone>
            {t("mailTemplates:toLog")}
          </Link>
        }
      />
      <TemplateList />
    </Stack>
  );
}
