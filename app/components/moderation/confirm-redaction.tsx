import type { Typed } from "#app/components/handling/act-step.ts";
import { MarkedText } from "#app/components/submission/marked-text.tsx";
import { useText } from "#app/components/text.tsx";
import type { RedactionPreview } from "#app/domain/moderation/review-page.ts";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { ConfirmPage } from "./confirm-page.tsx";

/** The texts as they will read, with the labels marked, before anything is hidden. */
export function ConfirmRedaction({
  act,
  number,
  version,
  values,
  preview,
}: {
  act: string;
  number: string;
  version: number;
  values: Typed;
  preview: RedactionPreview;
}) {
  const { t } = useText();
  return (
    <ConfirmPage
      what={t("desk:review.redact.hide")}
      number={number}
      act={act}
      version={version}
      values={values}
      send={{ label: t("desk:review.redact.send"), variant: "danger" }}
      backTo="redact"
    >
      <NotificationBanner tone="warning" headingLevel="p" title={t("desk:review.redact.noWayBack")} />
      <Card>
        <h2 className="heading-4">{t("desk:review.redact.willRead")}</h2>
        <DescriptionList
          layout="stacked"
          items={preview.map(({ name, text, labels }) => ({
            term: t(`desk:review.fields.${name}`),
            description: <MarkedText text={text} findings={labels} />,
          }))}
        />
      </Card>
    </ConfirmPage>
  );
}
