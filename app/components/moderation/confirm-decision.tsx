import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { AuthorMail } from "./author-mail.tsx";
import { ChosenGuideline } from "./guidelines.tsx";
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
  preview: AuthorMailPreview;
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
      <AuthorMail preview={preview} />
      <ChosenGuideline reasons={page.aids.reasons} chosen={values.reasonCode} />
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
