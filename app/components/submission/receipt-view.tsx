import { PrintedAddress, type PrintedAddressData } from "#app/components/paper/printed-address.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReceiptPage } from "#app/domain/comment/comment-pages.ts";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { NumberedSteps, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { DayOf, Moment } from "./date-words.tsx";
import { FormSteps } from "./form-steps.tsx";

/** 受付完了: number, tracking key and link on screen at once, ready to be printed. */
export function ReceiptView({ receipt, tracking }: { receipt: ReceiptPage; tracking: PrintedAddressData }) {
  const { t, locale, path } = useText();
  const { number, trackingKey, kind, address } = receipt;
  const date = receipt.dueOn === null ? "" : formatDate(receipt.dueOn, locale);
  return (
    <PageBody width="reading">
      <PageHeading title={t("submission:receipt.title")} lead={t("submission:receipt.lead")} />
      <FormSteps current="done" />
      <Card>
        <DescriptionList
          items={[
            {
              term: t("submission:receipt.number"),
              description: <strong className="heading-2 tabular-nums">{number}</strong>,
            },
            {
              term: t("submission:receipt.key"),
              description: <strong className="heading-3 font-mono wrap-anywhere">{trackingKey}</strong>,
            },
            {
              term: t("submission:receipt.address"),
              description: <span className="text-small wrap-anywhere">{tracking.address}</span>,
            },
          ]}
        />
        <p className="font-bold">{t("submission:receipt.keyAbout")}</p>
        <p>{t("submission:receipt.linkAbout")}</p>
        <p>
          <ButtonLink href={tracking.address} size="lg" iconAfter="arrow-right" wide>
            {t("submission:receipt.link")}
          </ButtonLink>
        </p>
      </Card>
      <PrintedAddress printed={tracking} secret />
      <MailNotice address={address} />
      <Section id="next" title={t("submission:receipt.nextTitle")}>
        <NumberedSteps
          steps={
            kind === "INQUIRY"
              ? [{ title: t("submission:receipt.next.inquiry", { date }) }]
              : [
                  {
                    title: receipt.publicPath
                      ? t("policy:receipt.published")
                      : t("submission:receipt.next.review", { date }),
                  },
                  ...(kind === "COMMENT" ? [] : [{ title: t("submission:receipt.next.answer") }]),
                ]
          }
        />
      </Section>
      <Section id="about" title={t("submission:receipt.about")}>
        <DescriptionList
          items={[
            { term: t("submission:receipt.kindTerm"), description: t(`submission:kind.${kind}`) },
            ...(receipt.to === null ? [] : [{ term: t("submission:receipt.toTerm"), description: receipt.to }]),
            ...(receipt.on === null
              ? []
              : [
                  {
                    term: t("submission:receipt.onTerm"),
                    description:
                      "proposal" in receipt.on ? <OwnWords>{receipt.on.proposal}</OwnWords> : receipt.on.question,
                  },
                ]),
            ...(receipt.title === null
              ? []
              : [{ term: t("submission:receipt.titleTerm"), description: <OwnWords>{receipt.title}</OwnWords> }]),
            ...(receipt.channel === "WEB"
              ? [
                  {
                    term: t("submission:receipt.receivedTerm"),
                    description: <Moment at={receipt.receivedAt} locale={locale} />,
                  },
                ]
              : [
                  { term: t("paper:channelTerm"), description: t(`paper:channel.${receipt.channel}`) },
                  { term: t("paper:arrivedOn"), description: <DayOf at={receipt.receivedAt} locale={locale} /> },
                ]),
          ]}
        />
        {receipt.publicPath && (
          <p className="paper:hidden">
            <Link href={path(receipt.publicPath)} alone iconAfter="arrow-right">
              {t("track:publicPage")}
            </Link>
          </p>
        )}
        <OnwardLink />
      </Section>
    </PageBody>
  );
}

function MailNotice({ address }: { address: ReceiptPage["address"] }) {
  const { t } = useText();
  if (address === null) return <p>{t("submission:receipt.mail.none")}</p>;
  const values = { address: address.masked };
  if (address.isAsked) {
    return <NotificationBanner tone="warning" headingLevel="p" title={t("policy:receipt.confirm", values)} />;
  }
  return address.confirmed ? (
    <NotificationBanner tone="info" headingLevel="p" title={t("submission:receipt.mail.sent", values)} />
  ) : (
    <NotificationBanner tone="warning" headingLevel="p" title={t("submission:receipt.mail.confirm", values)} />
  );
}

function OnwardLink() {
  const { t, path } = useText();
  return (
    <p className="paper:hidden">
      <ButtonLink href={path(paths.proposals())} variant="outline">
        {t("submission:receipt.again")}
      </ButtonLink>
    </p>
  );
}
