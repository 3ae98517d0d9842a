import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailFacts, MailText, ResendCard } from "#app/components/mail/mail-details.tsx";
import { useText } from "#app/components/text.tsx";
import { resendMail } from "#app/domain/mail/commands/resend-mail.server.ts";
import { getMailPage } from "#app/domain/mail/queries/get-mail-page.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { idParam } from "#app/http/desk-form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack, WithAside } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  const id = idParam(args);
  return respondPage(async () => ({
    page: privatePageInfo(context, text(context.locale).t("mailLog:mail.title")),
    mail: await getMailPage(context.actor, id),
    wasResent: context.url.searchParams.get("done") === "resent",
  }));
}

/** Sends the mail again and shows the one that is waiting now. */
export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const id = idParam(args);
  return respondPage(async () => {
    const waiting = await resendMail(context, { id });
    return redirect(`${paths.deskMail(waiting.id)}?done=resent`, 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function MailPage() {
  const { t } = useText();
  const { mail, wasResent } = useLoaderData<typeof loader>();
  return (
    <Stack gap="lg">
      {wasResent && <NotificationBanner tone="success" live title={t("mailLog:resend.done")} />}
      <DeskHeading
        title={<OwnWords>{mail.subject}</OwnWords>}
        about={<Link href={paths.deskMails()}>{t("mailLog:mail.back")}</Link>}
      />
      <WithAside
        asideLabel={t("mailLog:mail.facts")}
        aside={
          <>
            {mail.resend !== null && <ResendCard way={mail.resend} />}
            <h2 className="heading-4">{t("mailLog:mail.facts")}</h2>
            <MailFacts mail={mail} />
          </>
        }
      >
        <h2 className="heading-3">{t("mailLog:mail.text")}</h2>
        <MailText mail={mail} />
      </WithAside>
    </Stack>
  );
}
