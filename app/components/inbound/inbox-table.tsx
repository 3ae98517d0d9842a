import { MailTime } from "#app/components/mail/mail-time.tsx";
import { useText } from "#app/components/text.tsx";
import { type InboxItem, shownReason } from "#app/domain/inbound/inbox.ts";
import { paths } from "#app/routes/paths.ts";
import { languageOf } from "#app/ui/language-of.ts";
import { EmptyState } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Table } from "#app/ui/table.tsx";
import { InboundStateBadge } from "./inbound-state-badge.tsx";

/** One screenful of received mail. */
export function InboxTable({ messages }: { messages: InboxItem[] }) {
  const { t } = useText();
  if (messages.length === 0) {
    return (
      <EmptyState picture="letter" title={t("inbox:table.empty")}>
        {t("inbox:table.emptyAbout")}
      </EmptyState>
    );
  }
  return (
    <Table
      id="inbox"
      caption={t("inbox:table.caption")}
      captionHidden
      rows={messages}
      rowKey={(message) => message.id}
      columns={[
        {
          key: "receivedAt",
          header: t("inbox:table.receivedAt"),
          nowrap: true,
          cell: (message) => <MailTime at={message.receivedAt} form="short" />,
        },
        {
          key: "subject",
          header: t("inbox:table.subject"),
          rowHeader: true,
          roomy: true,
          cell: (message) => (
            <Link href={paths.deskInboxMessage(message.id)} lang={languageOf(message.subject)}>
              {message.subject || t(message.erasedAt === null ? "inbox:noSubject" : "inbox:erased.subject")}
            </Link>
          ),
        },
        {
          key: "sender",
          header: t("inbox:table.sender"),
          roomy: true,
          cell: ({ sender, erasedAt }) => (
            <span className="[overflow-wrap:anywhere]">{sender ?? (erasedAt === null && t("inbox:noSender"))}</span>
          ),
        },
        {
          key: "number",
          header: t("inbox:table.number"),
          nowrap: true,
          cell: ({ number }) => number && <Link href={paths.deskSubmission(number)}>{number}</Link>,
        },
        {
          key: "state",
          header: t("inbox:table.state"),
          roomy: true,
          cell: ({ state, reason }) => (
            <>
              <InboundStateBadge state={state} />
              {reason && <p>{t(`inbox:reason.${shownReason(reason)}`)}</p>}
            </>
          ),
        },
      ]}
    />
  );
}
