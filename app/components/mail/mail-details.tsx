import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { MailPage } from "#app/domain/mail/mail-log.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Description, DescriptionList } from "#app/ui/description-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { MailStateBadge } from "./mail-state-badge.tsx";
import { MailTime } from "./mail-time.tsx";

/** How far a mail has come, and what it repeats or is repeated by. */
export function MailFacts({ mail }: { mail: MailPage }) {
  const { t } = useText();
  const time = (at: string | null) => (at === null ? null : <MailTime at={at} />);
  const facts: [key: string, value: Description["description"] | null][] = [
    [
      "state",
      <MailStateBadge key="state" state={mail.state} isFile={mail.emlFile !== null} attempts={mail.attempts} />,
    ],
    ["submission", mail.number],
    ["recipient", mail.recipient],
    ["template", t(`mailLog:template.${mail.template}`)],
    ["language", t(`mailLog:language.${mail.locale}`)],
    ["createdAt", time(mail.createdAt)],
    ["attempts", String(mail.attempts)],
    ["lastAttemptAt", time(mail.lastAttemptAt)],
    ["nextAttemptAt", time(mail.nextAttemptAt)],
    ["sentAt", time(mail.sentAt)],
    ["error", mail.error],
    ["replyTo", mail.replyTo],
    ["messageId", <span key="id" className="break-all">{`<${mail.messageId}>`}</span>],
    ["emlFile", mail.emlFile],
    ["resentOf", mail.resentOfId && <Link href={paths.deskMail(mail.resentOfId)}>{t("mailLog:mail.open")}</Link>],
    [
      "copies",
      mail.copies.length > 0 && (
        <Stack gap="sm">
          {mail.copies.map((copy) => (
            <Link key={copy.id} href={paths.deskMail(copy.id)}>
              <MailTime at={copy.createdAt} />
            </Link>
          ))}
        </Stack>
      ),
    ],
  ];
  return (
    <DescriptionList
      layout="stacked"
      items={facts.flatMap(([key, description]) =>
        description ? [{ term: t(`mailLog:mail.${key}`), description }] : [],
      )}
    />
  );
}

/** What the recipient reads, exactly as it is laid out. */
export function MailText({ mail }: { mail: MailPage }) {
  const { t } = useText();
  if (mail.text === null) return <p>{t("mailLog:mail.notRendered")}</p>;
  return (
    <Stack gap="sm">
      <p className="text-small text-ink-soft">{t(mail.showsSecrets ? "mailLog:mail.shown" : "mailLog:mail.masked")}</p>
      {/* Each line finds its own direction, so that somebody's right-to-left words do not turn the rest around. */}
      <pre
        lang={mail.locale === "en" ? "en" : "ja"}
        className="overflow-x-auto rounded-8 border border-line bg-surface-soft p-4 font-mono text-small whitespace-pre-wrap [unicode-bidi:plaintext] [overflow-wrap:anywhere]"
      >
        {mail.text}
      </pre>
      {mail.hasHtml && <p className="text-small text-ink-soft">{t("mailLog:mail.withHtml")}</p>}
    </Stack>
  );
}

/** The button that sends a mail again, with what it will do. */
export function ResendCard({ way }: { way: "again" | "copy" }) {
  const { t } = useText();
  return (
    <Card soft>
      <h2 className="heading-4">{t("mailLog:resend.heading")}</h2>
      <p>{t(`mailLog:resend.${way}`)}</p>
      <PageForm>
        <Button size="md" icon="send">
          {t("mailLog:resend.button")}
        </Button>
      </PageForm>
    </Card>
  );
}
