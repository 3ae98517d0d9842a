import type { PrintedAddressData } from "#app/components/paper/printed-address.tsx";
import { FormSteps } from "#app/components/submission/form-steps.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReceiptPage } from "#app/domain/comment/comment-pages.ts";
import { minutesToHandOver } from "#app/domain/submission/entry.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { QrPicture } from "#app/ui/qr-picture.tsx";

/** What was typed in has a number and a key: to be handed over to its author. `slip` is the address of their receipt, in their language. */
export function EntryDone({
  receipt,
  tracking,
  slip,
}: {
  receipt: ReceiptPage;
  tracking: PrintedAddressData;
  slip: string;
}) {
  const { t } = useText();
  const { number, trackingKey } = receipt;
  return (
    <div className="flex max-w-reading flex-col gap-8">
      <DeskHeading title={t("entry:done.title")} about={receipt.to ?? undefined} />
      <FormSteps current="done" />
      <Card>
        <h2 className="heading-3">{t("entry:done.handOver")}</h2>
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
        <QrPicture qr={tracking.qr} label={t("paper:printed.qr")} size="large" />
        <p className="font-bold">{t("entry:done.secret", { minutes: minutesToHandOver })}</p>
      </Card>
      <FormActions>
        <ButtonLink href={slip} icon="print" size="lg" wide>
          {t("entry:done.slip")}
        </ButtonLink>
        <ButtonLink href={paths.deskSubmission(number)} variant="outline" size="lg" wide>
          {t("entry:done.review")}
        </ButtonLink>
      </FormActions>
      <p className="paper:hidden">
        <Link href={paths.deskEntry()} icon="plus" alone>
          {t("entry:done.another")}
        </Link>
      </p>
    </div>
  );
}
