import { MailTime } from "#app/components/mail/mail-time.tsx";
import { useText } from "#app/components/text.tsx";
import type { FetchedMailbox as Mailbox } from "#app/domain/inbound/fetched-mailbox.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** How fetching replies from the mailbox goes, and what to do where it does not. */
export function FetchedMailbox({ mailbox: { name, lookedAt, isLate, retries } }: { mailbox: Mailbox }) {
  const { t } = useText();
  return (
    <Section id="fetched" title={t("mailHealth:fetched.title")} about={t("mailHealth:fetched.about")}>
      {isLate && <NotificationBanner tone="warning" headingLevel="h3" title={t("mailHealth:fetched.late")} />}
      {retries > 0 && <NotificationBanner tone="warning" headingLevel="h3" title={t("mailHealth:fetched.stuck")} />}
      <DescriptionList
        items={[
          { term: t("mailHealth:fetched.name"), description: <span className="[overflow-wrap:anywhere]">{name}</span> },
          {
            term: t("mailHealth:fetched.lookedAt"),
            description: lookedAt === null ? t("mailHealth:fetched.never") : <MailTime at={lookedAt} />,
          },
          { term: t("mailHealth:fetched.retries"), description: t("mailHealth:fetched.messages", { n: retries }) },
        ]}
      />
    </Section>
  );
}
