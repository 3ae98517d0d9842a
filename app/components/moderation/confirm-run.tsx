import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { useText } from "#app/components/text.tsx";
import { flagKinds } from "#app/domain/flag/flag.ts";
import {
  type ForeseenItem,
  type Recipient,
  type RunPreview,
  runLimit,
  seenValue,
} from "#app/domain/moderation/decision-run.ts";
import { makesPublic } from "#app/domain/moderation/moderation.ts";
import { itemAddress } from "#app/domain/moderation/queue.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { CarriedItems } from "./run-form-view.tsx";
import type { RunStep } from "./run-step.ts";
import { KindChip, ReviewBadge } from "./state-badges.tsx";

/** Everything that deciding on the chosen texts would do, before any of it is planned. */
export function ConfirmRun({ step }: { step: Confirm }) {
  const { t } = useText();
  const { decision, reason, more, preview, values, refusal } = step;
  const what = t(`desk:review.preview.${decision}`);
  const possible = preview.items.filter(({ problem }) => problem === null);
  const impossible = preview.items.filter(({ problem }) => problem !== null);
  const publishes = makesPublic(decision);
  const unflagged = possible.filter(({ flags }) => flags.length === 0);
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("desk:review.preview.title", { what })}
        about={t("runs:confirm.about")}
        actions={<Shortcuts page="confirm" />}
      />
      {refusal !== null && <NotificationBanner tone="error" live headingLevel="p" title={t(`errors:${refusal}`)} />}
      {more && <NotificationBanner tone="warning" headingLevel="p" title={t("runs:form.more", { n: runLimit })} />}
      <Summary preview={preview} possible={possible.length} impossible={impossible.length} />
      {unflagged.length < possible.length && (
        <FlaggedBanner possible={possible} unflagged={unflagged} values={values} />
      )}
      {reason !== null && (
        <p>
          <strong>{t("desk:review.reason")}</strong>: {reason}
        </p>
      )}
      {preview.mail && <MailToFirst mail={preview.mail} />}
      {impossible.length > 0 && <ImpossibleItems items={impossible} />}
      {possible.length > 0 && <PossibleItems items={possible} />}
      <form method="post" action={paths.deskNewRun()}>
        <CarriedItems items={possible} back={values.back} />
        <input type="hidden" name="rest" value={impossible.map(seenValue).join(" ")} />
        <CarriedWords values={values} />
        <FormActions>
          {possible.length > 0 && (
            <Button name="intent" value="send" wide variant={publishes ? "solid" : "danger"} aria-keyshortcuts="y">
              {t("runs:confirm.send", { n: possible.length, what })}
            </Button>
          )}
          <Button name="intent" value="back" variant="outline" wide aria-keyshortcuts="b">
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </form>
    </Stack>
  );
}

type Confirm = Extract<RunStep, { step: "confirm" }>;

/** What was decided and why, on to the next step. */
function CarriedWords({ values }: Pick<Confirm, "values">) {
  return (["decision", "reasonCode", "explanation"] as const).map((name) => (
    <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
  ));
}

/** What would become public that should be looked at twice, and the way on without it. */
function FlaggedBanner({
  possible,
  unflagged,
  values,
}: { possible: ForeseenItem[]; unflagged: ForeseenItem[] } & Pick<Confirm, "values">) {
  const { t } = useText();
  const counts = flagKinds
    .map((kind) => ({ kind, n: possible.filter(({ flags }) => flags.includes(kind)).length }))
    .filter(({ n }) => n > 0);
  return (
    <NotificationBanner
      tone="warning"
      headingLevel="h2"
      title={t("runs:confirm.flagged", { n: possible.length - unflagged.length })}
      actions={
        unflagged.length > 0 && (
          <form method="post" action={paths.deskNewRun()}>
            <CarriedItems items={unflagged} back={values.back} />
            <CarriedWords values={values} />
            <Button name="intent" value="confirm" variant="outline">
              {t("runs:confirm.withoutFlagged", { n: unflagged.length })}
            </Button>
          </form>
        )
      }
    >
      <p>{t("runs:confirm.flaggedAbout")}</p>
      <ul className="list-disc pl-6">
        {counts.map(({ kind, n }) => (
          <li key={kind}>{t("runs:confirm.flaggedFor", { what: t(`flags:short.${kind}`), n })}</li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

function Summary({ preview, possible, impossible }: { preview: RunPreview; possible: number; impossible: number }) {
  const { t } = useText();
  const texts = (n: number) => t("runs:confirm.texts", { n });
  const told = (["confirmed", "unconfirmed", "none"] as const satisfies Recipient[]).map((recipient) => ({
    term: t(`runs:confirm.told.${recipient}`),
    description: t("runs:confirm.persons", { n: preview.recipients[recipient] }),
  }));
  return (
    <DescriptionList
      items={[
        { term: t("runs:confirm.willBe"), description: texts(possible) },
        { term: t("runs:confirm.willNotBe"), description: texts(impossible) },
        ...told,
        ...(preview.alsoTold > 0
          ? [
              {
                term: t("runs:confirm.alsoTold"),
                description: t("runs:confirm.mails", { n: preview.alsoTold }),
              },
            ]
          : []),
        ...(preview.closes.reports > 0
          ? [
              {
                term: t("runs:confirm.closes"),
                description: t("runs:confirm.closesReports", preview.closes),
              },
            ]
          : []),
      ]}
    />
  );
}

function PossibleItems({ items }: { items: ForeseenItem[] }) {
  const { t } = useText();
  return (
    <Table
      id="possible-table"
      caption={t("runs:confirm.possible", { n: items.length })}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        ...useItemColumns(),
        {
          key: "change",
          header: t("runs:confirm.change"),
          nowrap: true,
          cell: ({ from, to }) => (
            <span className="relative inline-flex items-center gap-2">
              <ReviewBadge review={from} />
              <span className="sr-only">{t("runs:confirm.becomes")}</span>
              <Icon name="arrow-right" />
              {to && <ReviewBadge review={to} />}
            </span>
          ),
        },
        {
          key: "mail",
          header: t("runs:confirm.mail"),
          cell: ({ recipient }) => t(`runs:confirm.recipient.${recipient}`),
        },
      ]}
    />
  );
}

function ImpossibleItems({ items }: { items: ForeseenItem[] }) {
  const { t } = useText();
  return (
    <Table
      id="impossible-table"
      caption={t("runs:confirm.impossible", { n: items.length })}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        ...useItemColumns(),
        {
          key: "state",
          header: t("desk:queue.state"),
          nowrap: true,
          cell: ({ from }) => <ReviewBadge review={from} />,
        },
        {
          key: "problem",
          header: t("runs:confirm.why"),
          roomy: true,
          cell: ({ problem }) => problem && t(`errors:${problem}`),
        },
      ]}
    />
  );
}

function useItemColumns() {
  const { t } = useText();
  return [
    {
      key: "number",
      header: t("desk:queue.number"),
      rowHeader: true,
      nowrap: true,
      cell: (item: ForeseenItem) => <Link href={itemAddress(item, {})}>{item.number}</Link>,
    },
    {
      key: "kind",
      header: t("desk:queue.kind"),
      nowrap: true,
      cell: ({ kind }: ForeseenItem) => <KindChip kind={kind} />,
    },
    {
      key: "title",
      header: t("desk:queue.itemTitle"),
      roomy: true,
      cell: ({ title, flags }: ForeseenItem) => (
        <div className="flex flex-col items-start gap-1.5">
          <span dir="auto" lang={languageOf(title)} className="wrap-anywhere">
            {title}
          </span>
          {flags.length > 0 && (
            <div className="flex flex-wrap gap-1.5">
              {flags.map((kind) => (
                <StatusBadge key={kind} tone="warning">
                  {t(`flags:short.${kind}`)}
                </StatusBadge>
              ))}
            </div>
          )}
        </div>
      ),
    },
  ];
}

function MailToFirst({ mail }: { mail: NonNullable<RunPreview["mail"]> }) {
  const { t } = useText();
  return (
    <Card soft>
      <h2 className="heading-4">{t("runs:confirm.mailOf", { number: mail.number })}</h2>
      <p className="text-ink-soft">{t("runs:confirm.mailAbout")}</p>
      <p className="wrap-anywhere">
        <strong>{t("desk:review.preview.subject")}</strong>: {mail.subject}
      </p>
      <pre className="font-sans whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
      <p className="text-small text-ink-soft">{t("desk:review.preview.masked")}</p>
    </Card>
  );
}
