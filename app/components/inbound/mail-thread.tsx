import { MailStateBadge } from "#app/components/mail/mail-state-badge.tsx";
import { MailTime } from "#app/components/mail/mail-time.tsx";
import { useText } from "#app/components/text.tsx";
import { shownReason, type ThreadMessage } from "#app/domain/inbound/inbox.ts";
import type { MailState } from "#app/domain/mail/mail.ts";
import { paths } from "#app/routes/paths.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { Link } from "#app/ui/link.tsx";
import { Table } from "#app/ui/table.tsx";
import { InboundStateBadge } from "./inbound-state-badge.tsx";

/** Every message about a submission, where the page was asked for them; else how many there are, and the address that shows them. */
export type MailThreadPart = { messages: ThreadMessage[]; opensReceived: boolean } | { count: number; address: string };

/** The mails about a submission. Nothing where there is none, or where the viewer reads no mail. */
export function MailThread({ part }: { part: MailThreadPart }) {
  const { t } = useText();
  if ("messages" in part) return <Messages {...part} />;
  if (part.count === 0) return null;
  return (
    <p>
      <Link href={part.address} icon="mail" alone>
        {t("inbox:thread.summary", { n: part.count })}
      </Link>
    </p>
  );
}

/** Every message, out and in, in their order. */
function Messages({ messages, opensReceived }: { messages: ThreadMessage[]; opensReceived: boolean }) {
  const { t } = useText();
  if (messages.length === 0) return null;
  const subjectOf = (message: ThreadMessage) =>
    message.subject || t(message.way === "in" && message.isErased ? "inbox:erased.subject" : "inbox:noSubject");
  return (
    <Disclosure id="thread" open summary={t("inbox:thread.summary", { n: messages.length })}>
      <Table
        id="mail-thread"
        caption={t("inbox:thread.caption")}
        captionHidden
        rows={messages}
        rowKey={(message) => message.id}
        columns={[
          {
            key: "at",
            header: t("inbox:thread.at"),
            nowrap: true,
            cell: ({ at }) => <MailTime at={at} form="short" />,
          },
          { key: "way", header: t("inbox:thread.way"), nowrap: true, cell: ({ way }) => t(`inbox:thread.${way}`) },
          {
            key: "subject",
            header: t("inbox:table.subject"),
            rowHeader: true,
            roomy: true,
            cell: (message) =>
              message.way === "out" || opensReceived ? (
                <Link
                  href={message.way === "out" ? paths.deskMail(message.id) : paths.deskInboxMessage(message.id)}
                  lang={languageOf(message.subject)}
                >
                  {subjectOf(message)}
                </Link>
              ) : (
                subjectOf(message)
              ),
          },
          {
            key: "party",
            header: t("inbox:thread.party"),
            roomy: true,
            cell: ({ party }) => <span className="[overflow-wrap:anywhere]">{party}</span>,
          },
          {
            key: "state",
            header: t("inbox:table.state"),
            roomy: true,
            cell: (message) =>
              message.way === "out" ? (
                <>
                  <MailStateBadge state={message.state as MailState} isFile={false} attempts={0} /> {message.error}
                </>
              ) : (
                <>
                  <InboundStateBadge state={message.state} />{" "}
                  {message.reason && t(`inbox:reason.${shownReason(message.reason)}`)}
                </>
              ),
          },
        ]}
      />
    </Disclosure>
  );
}
