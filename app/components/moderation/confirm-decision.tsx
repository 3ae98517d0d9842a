import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { DecisionPreview, ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { PublicPart } from "./review-texts.tsx";

const decisionOf: Record<string, Decision> = {
  approve: "APPROVE",
  return: "RETURN",
  decline: "DECLINE",
  hide: "HIDE",
  restore: "RESTORE",
};

/** A decision before it is taken: what becomes public by it, the mail its author gets, word for word, and whether it goes out. */
export function ConfirmDecision({
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
  preview: DecisionPreview;
}) {
  const { t } = useText();
  const isAppeal = act === "uphold" || act === "overturn";
  const back = `${useOwnAddress()}#${isAppeal ? "appeal" : "decide"}`;
  const what = t(isAppeal ? `deskAppeals:acts.${act}` : `desk:review.preview.${decisionOf[act] ?? "APPROVE"}`);
  const publishes = act === "approve" || act === "restore" || act === "overturn";
  return (
    <Stack>
      <DeskHeading
        title={t("desk:review.preview.title", { what })}
        about={page.number}
        actions={<Shortcuts page="confirm" />}
      />
      {publishes && <PublicPart page={page} />}
      <NotificationBanner
        tone={preview.recipient === "confirmed" ? "info" : "warning"}
        headingLevel="p"
        title={t(`desk:review.preview.${preview.recipient}`)}
      />
      <Card soft>
        <h2 className="heading-4">
          {t(preview.recipient === "confirmed" ? "desk:review.preview.mail" : "desk:review.preview.mailUnsent")}
        </h2>
        <p className="wrap-anywhere">
          <strong>{t("desk:review.preview.subject")}</strong>: {preview.subject}
        </p>
        <pre className="font-sans whitespace-pre-wrap wrap-anywhere">{preview.text}</pre>
        <p className="text-small text-ink-soft">{t("desk:review.preview.masked")}</p>
      </Card>
      <ActForm act={act} version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" wide variant={publishes ? "solid" : "danger"} aria-keyshortcuts="y">
            {what}
          </Button>
          <Button name="intent" value="back" formAction={back} variant="outline" wide aria-keyshortcuts="b">
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </ActForm>
    </Stack>
  );
}
