import { useText } from "#app/components/text.tsx";
import type { MailListItem } from "#app/domain/mail/mail-log.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { EmptyState } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Table } from "#app/ui/table.tsx";
import { MailStateBadge } from "./mail-state-badge.tsx";
import { MailTime } from "./mail-time.tsx";

/** One screenful of the mail log. */
export function MailTable({ mails }: { mails: MailListItem[] }) {
  const { t } = useText();
  if (mails.length === 0) {
    return (
      <EmptyState
        picture="letter"
        title={t("mailLog:table.empty")}
        actions={
          <ButtonLink href={paths.deskMails()} variant="outline">
            {t("emptyDesk:all")}
          </ButtonLink>
        }
      >
        {t("emptyDesk:mails.text")}
      </EmptyState>
    );
  }
  return (
    <Table
      id="mails"
      caption={t("mailLog:table.caption")}
      captionHidden
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: "createdAt",
          header: t("mailLog:table.createdAt"),
          nowrap: true,
          cell: (mail) => <MailTime at={mail.createdAt} form="short" />,
        },
        {
          key: "subject",
          header: t("mailLog:table.subject"),
          rowHeader: true,
          roomy: true,
          cell: (mail) => (
            <Link href={paths.deskMail(mail.id)} lang={languageOf(mail.subject)}>
              {mail.subject}
            </Link>
          ),
        },
        {
          key: "recipient",
          header: t("mailLog:table.recipient"),
          roomy: true,
          cell: (mail) => <span className="[overflow-wrap:anywhere]">{mail.recipient}</span>,
        },
        {
          key: "state",
          header: t("mailLog:table.state"),
          nowrap: true,
          cell: (mail) => (
            <>
              <MailStateBadge state={mail.state} isFile={mail.isFile} attempts={mail.attempts} />
              {mail.nextAttemptAt !== null && (
                <div className="text-small text-ink-soft">
                  {t("mailLog:table.nextAttempt")} <MailTime at={mail.nextAttemptAt} form="short" />
                </div>
              )}
            </>
          ),
        },
        { key: "attempts", header: t("mailLog:table.attempts"), numeric: true, cell: (mail) => mail.attempts },
      ]}
    />
  );
}
