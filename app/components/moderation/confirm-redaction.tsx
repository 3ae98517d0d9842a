import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { MarkedText } from "#app/components/submission/marked-text.tsx";
import { useText } from "#app/components/text.tsx";
import type { RedactionPreview, ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** The texts as they will read, with the labels marked, before anything is hidden. */
export function ConfirmRedaction({
  act,
  page,
  version,
  values,
  preview,
}: {
  act: string;
  page: ReviewPage;
  version: number;
  values: Typed;
  preview: RedactionPreview;
}) {
  const { t } = useText();
  const back = `${useOwnAddress()}#redact`;
  return (
    <Stack>
      <DeskHeading
        title={t("desk:review.preview.title", { what: t("desk:review.redact.hide") })}
        about={page.number}
        actions={<Shortcuts page="confirm" />}
      />
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
      <ActForm act={act} version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" variant="danger" wide aria-keyshortcuts="y">
            {t("desk:review.redact.send")}
          </Button>
          <Button name="intent" value="back" formAction={back} variant="outline" wide aria-keyshortcuts="b">
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </ActForm>
    </Stack>
  );
}
