import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { FetchedMailbox } from "#app/components/inbound/fetched-mailbox.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { FetchedMailbox as Mailbox } from "#app/domain/inbound/fetched-mailbox.ts";
import type { CheckTone, DeliveryCheck } from "#app/domain/mail/delivery-checks.ts";
import type { MailHealth } from "#app/domain/mail/mail-health.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FigureList, Row, Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { MailTable } from "./mail-table.tsx";
import { MailTime } from "./mail-time.tsx";

const tones: Record<CheckTone, StatusTone> = { good: "success", notice: "warning", bad: "error", unknown: "neutral" };

/** How mail is doing, for administrators: what waits and what failed, the sender's domain, mailboxes on hold, and a test. */
export function MailHealthView({
  health,
  mailbox,
  wasTested,
  answer,
}: {
  health: MailHealth;
  mailbox: Mailbox | null;
  wasTested: boolean;
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const form = useDeskForm({ initial: {}, answer: answerOf(answer, "") }, {});
  return (
    <Stack gap="lg">
      {form.messages}
      {wasTested && <NotificationBanner tone="success" live title={t("mailHealth:test.done")} />}
      <DeskHeading
        title={t("mailHealth:title")}
        about={t("mailHealth:about")}
        actions={
          <Link href={paths.deskMails()} alone>
            {t("mailHealth:toLog")}
          </Link>
        }
      />
      <Now health={health} />
      <Section
        id="domain"
        title={t("mailHealth:domain.title")}
        about={t("mailHealth:domain.about")}
        action={
          <Row>
            <span className="text-small text-ink-soft">
              {t("mailHealth:domain.checkedAt")} <MailTime at={health.checkedAt} form="short" />
            </span>
            <PageForm action={paths.deskMailHealth()}>
              <input type="hidden" name="act" value="check" />
              <Button variant="outline">{t("mailHealth:domain.again")}</Button>
            </PageForm>
          </Row>
        }
      >
        {health.checks.map((check) => (
          <Check key={check.name} check={check} />
        ))}
      </Section>
      <Held held={health.held} />
      <Slow slow={health.slow} />
      {mailbox && <FetchedMailbox mailbox={mailbox} />}
      <Section id="test" title={t("mailHealth:test.title")} about={t("mailHealth:test.about")}>
        <PageForm action={paths.deskMailHealth()}>
          <Button>{t("mailHealth:test.go")}</Button>
        </PageForm>
        {health.tests.length > 0 && <MailTable mails={health.tests} />}
      </Section>
      <SetUp health={health} />
    </Stack>
  );
}

function Now({ health: { counts, held, lastSentAt, oldestWaitingAt, waitsLong } }: { health: MailHealth }) {
  const { t } = useText();
  return (
    <Section id="now" title={t("mailHealth:now.title")}>
      {waitsLong && <NotificationBanner tone="warning" headingLevel="h3" title={t("mailHealth:old")} />}
      <FigureList
        items={[
          {
            label: t("mailHealth:now.waiting"),
            value: counts.QUEUED,
            unit: t("mailHealth:now.unit"),
            note: oldestWaitingAt !== null && (
              <>
                {t("mailHealth:now.waitingSince")} <MailTime at={oldestWaitingAt} form="short" />
              </>
            ),
          },
          {
            label: t("mailHealth:now.sent"),
            value: counts.SENT,
            unit: t("mailHealth:now.unit"),
            note:
              lastSentAt === null ? (
                t("mailHealth:now.noneSent")
              ) : (
                <>
                  {t("mailHealth:now.last")} <MailTime at={lastSentAt} form="short" />
                </>
              ),
          },
          {
            label: t("mailHealth:now.failed"),
            value: counts.FAILED,
            unit: t("mailHealth:now.unit"),
            note: counts.FAILED > 0 && (
              <Link href={`${paths.deskMails()}?state=FAILED`}>{t("mailHealth:now.failedLink")}</Link>
            ),
          },
          { label: t("mailHealth:now.held"), value: held.length, unit: t("mailHealth:now.places") },
        ]}
      />
    </Section>
  );
}

function Check({ check: { name, finding, tone, asked, found, wanted } }: { check: DeliveryCheck }) {
  const { t } = useText();
  const words = (part: "means" | "todo") =>
    t(finding === "silence" ? `mailHealth:silence.${part}` : `mailHealth:${name}.${finding}.${part}`);
  return (
    <Card>
      <Row>
        <h3 className="heading-3">{t(`mailHealth:check.${name}`)}</h3>
        <StatusBadge tone={tones[tone]}>{t(`mailHealth:tone.${tone}`)}</StatusBadge>
      </Row>
      <DescriptionList
        items={[
          { term: t("mailHealth:domain.means"), description: words("means") },
          ...(tone === "good" && name !== "spf"
            ? []
            : [{ term: t("mailHealth:domain.todo"), description: words("todo") }]),
          ...(asked === "" ? [] : [{ term: t("mailHealth:domain.asked"), description: <Code>{asked}</Code> }]),
          ...(found.length === 0
            ? []
            : [
                {
                  term: t("mailHealth:domain.found"),
                  description: (
                    <Stack gap="sm">
                      {[...new Set(found)].map((record) => (
                        <Code key={record}>{record}</Code>
                      ))}
                    </Stack>
                  ),
                },
              ]),
          ...(wanted === null ? [] : [{ term: t("mailHealth:domain.wanted"), description: <Code>{wanted}</Code> }]),
        ]}
      />
    </Card>
  );
}

function Code({ children }: { children: string }) {
  return (
    <code lang="en" className="font-mono text-small [overflow-wrap:anywhere]">
      {children}
    </code>
  );
}

function Held({ held }: { held: MailHealth["held"] }) {
  const { t } = useText();
  return (
    <Section id="held" title={t("mailHealth:held.title")} about={t("mailHealth:held.about")}>
      <Table
        id="held-mailboxes"
        caption={t("mailHealth:held.caption")}
        captionHidden
        rows={held}
        rowKey={(desk) => desk.id}
        empty={t("mailHealth:held.none")}
        columns={[
          {
            key: "desk",
            header: t("mailHealth:held.desk"),
            rowHeader: true,
            cell: ({ id, name }) => <Link href={paths.deskDesk(id)}>{name}</Link>,
          },
          {
            key: "mailbox",
            header: t("mailHealth:held.mailbox"),
            roomy: true,
            cell: ({ mailbox }) => <span className="[overflow-wrap:anywhere]">{mailbox}</span>,
          },
          {
            key: "since",
            header: t("mailHealth:held.since"),
            nowrap: true,
            cell: ({ since }) => <MailTime at={since} form="short" />,
          },
          { key: "reason", header: t("mailHealth:held.reason"), roomy: true, cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  );
}

function Slow({ slow }: { slow: MailHealth["slow"] }) {
  const { t } = useText();
  return (
    <Section id="slow" title={t("mailHealth:slow.title")} about={t("mailHealth:slow.about")}>
      <Table
        id="slow-domains"
        caption={t("mailHealth:slow.caption")}
        captionHidden
        rows={slow}
        rowKey={({ domain }) => domain}
        empty={t("mailHealth:slow.none")}
        columns={[
          {
            key: "domain",
            header: t("mailHealth:slow.domain"),
            rowHeader: true,
            cell: ({ domain }) => <span className="[overflow-wrap:anywhere]">{domain}</span>,
          },
          { key: "times", header: t("mailHealth:slow.times"), cell: ({ times }) => times },
          {
            key: "until",
            header: t("mailHealth:slow.until"),
            nowrap: true,
            cell: ({ until }) => <MailTime at={until} form="short" />,
          },
        ]}
      />
    </Section>
  );
}

function SetUp({
  health: { sender, replyDomain, signingDomain, server, requiresTls, writesToFiles },
}: {
  health: MailHealth;
}) {
  const { t } = useText();
  return (
    <Section id="set-up" title={t("mailHealth:setUp.title")} about={t("mailHealth:setUp.about")}>
      <DescriptionList
        items={[
          { term: t("mailHealth:setUp.sender"), description: `${sender.name} <${sender.address}>` },
          { term: t("mailHealth:setUp.replyDomain"), description: replyDomain ?? t("mailHealth:setUp.noReplies") },
          { term: t("mailHealth:setUp.signing"), description: signingDomain ?? t("mailHealth:setUp.noSigning") },
          { term: t("mailHealth:setUp.server"), description: server ?? t("mailHealth:setUp.noServer") },
          ...(writesToFiles
            ? []
            : [
                {
                  term: t("mailHealth:setUp.tls"),
                  description: t(requiresTls ? "mailHealth:setUp.tlsRequired" : "mailHealth:setUp.tlsIfOffered"),
                },
              ]),
        ]}
      />
    </Section>
  );
}
