import { PageForm } from "#app/components/page-form.tsx";
import { Moment } from "#app/components/submission/date-words.tsx";
import { type FormState, problemOf } from "#app/components/submission/form-words.ts";
import { KeptWords } from "#app/components/submission/kept-words.tsx";
import { useText } from "#app/components/text.tsx";
import { fieldLimits } from "#app/domain/submission/form-fields.ts";
import type { TrackedSubmission } from "#app/domain/submission/submission-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";
import { Prose, QuotedText } from "#app/ui/prose.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

/** What the desk asked the author, what they answered, and the form for what is still open. */
export function AuthorQuestions({
  questions,
  open,
  reply,
}: {
  questions: TrackedSubmission["questions"];
  open: boolean;
  reply?: FormState;
}) {
  const { t, locale } = useText();
  return (
    <Section id="questions" title={t("track:questions.title")} about={open ? t("track:questions.about") : undefined}>
      {questions.map((question) => (
        <Card key={question.id}>
          <QuotedText
            text={question.body}
            lang="ja"
            source={
              <>
                {t("track:questions.asked")} <Moment at={question.askedAt} locale={locale} />
              </>
            }
          />
          {question.reply === null ? (
            open && <ReplyForm questionId={question.id} state={reply} />
          ) : (
            <div className="flex flex-col gap-1">
              <p className="font-bold">{t("track:questions.replied")}</p>
              <Prose text={question.reply} />
            </div>
          )}
          {(question.reply !== null || !open) && reply?.values.questionId === question.id && (
            <KeptWords words={[{ label: t("track:questions.reply"), text: reply.values.reply ?? "" }]} />
          )}
        </Card>
      ))}
    </Section>
  );
}

function ReplyForm({ questionId, state }: { questionId: string; state?: FormState }) {
  const { t } = useText();
  const mine = state?.values.questionId === questionId ? state : undefined;
  return (
    <PageForm className="flex flex-col gap-5">
      <input type="hidden" name="act" value="reply" />
      <input type="hidden" name="questionId" value={questionId} />
      <Textarea
        id={`reply-${questionId}`}
        name="reply"
        label={t("track:questions.reply")}
        required
        requirementText={t("common:required")}
        visibility="private"
        visibilityText={t("common:visibility.city")}
        defaultValue={mine?.values.reply}
        error={mine && problemOf(t, mine, "reply", fieldLimits.body)}
        note={t("submission:upTo", { limit: fieldLimits.body })}
        limit={fieldLimits.body}
      />
      <FormActions>
        <Button icon="send">{t("track:questions.send")}</Button>
      </FormActions>
    </PageForm>
  );
}
