import type { Typed } from "#app/components/handling/act-step.ts";
import { AnswerReplyBox } from "#app/components/handling/answer-reply-box.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { AuthorMail } from "./author-mail.tsx";
import { ConfirmPage } from "./confirm-page.tsx";

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
  const answer = page.handling?.answers.find(({ id }) => id === values.answerId);
  const what = t(page.isPublic ? "desk:handling.publish" : "desk:handling.publishPrivate");
  return (
    <ConfirmPage
      what={what}
      number={page.number}
      act="publish"
      version={version}
      values={values}
      send={{ label: what, icon: "check" }}
      backTo="handling"
    >
      <p>{t(page.isPublic ? "desk:handling.publishAbout" : "desk:handling.publishPrivateAbout")}</p>
      {answer && (
        <AnswerReplyBox outcome={answer.outcome} desk={answer.desk} body={answer.body} referral={answer.referral} />
      )}
      <AuthorMail preview={preview} />
    </ConfirmPage>
  );
}
