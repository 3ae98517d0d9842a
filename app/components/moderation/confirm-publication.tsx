import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { AnswerReplyBox } from "#app/components/handling/answer-reply-box.tsx";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { AuthorMail } from "./author-mail.tsx";

/** An answer before it is approved and published (決裁): as it will read, who will read it, and the mail its author gets. */
export function ConfirmPublication({
  page,
  version,
  values,
  preview,
}: {
  page: ReviewPage;
  version: number;
  values: Typed;
  preview: AuthorMailPreview;
}) {
  const { t } = useText();
  const back = `${useOwnAddress()}#handling`;
  const answer = page.handling?.answers.find(({ id }) => id === values.answerId);
  const what = t(page.isPublic ? "desk:handling.publish" : "desk:handling.publishPrivate");
  return (
    <Stack>
      <DeskHeading
        title={t("desk:review.preview.title", { what })}
        about={page.number}
        actions={<Shortcuts page="confirm" />}
      />
      <p>{t(page.isPublic ? "desk:handling.publishAbout" : "desk:handling.publishPrivateAbout")}</p>
      {answer && (
        <AnswerReplyBox outcome={answer.outcome} desk={answer.desk} body={answer.body} referral={answer.referral} />
      )}
      <AuthorMail preview={preview} />
      <ActForm act="publish" version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" icon="check" wide aria-keyshortcuts="y">
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
